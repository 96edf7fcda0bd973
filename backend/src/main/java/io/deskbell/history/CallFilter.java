package io.deskbell.history;

import java.time.Instant;
import java.util.List;

import io.deskbell.call.CallState;
import io.deskbell.region.RegionForm;
import io.deskbell.shared.text.Username;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which calls are asked for; what is null or empty does not matter.
 *
 * @param guide username of the guide who answered
 * @param from rung at or after
 * @param to rung before
 * @param q any part of the text of one of its messages, two characters or more
 */
public record CallFilter(@Nullable List<CallState> state, @Nullable @Pattern(regexp = RegionForm.CODE) String region,
        @Nullable @Pattern(regexp = RegionForm.CODE) String desk,
        @Nullable @Pattern(regexp = Username.PATTERN) String guide, @Nullable Instant from, @Nullable Instant to,
        @Nullable String q) {

    public CallFilter {
        guide = Username.foldedOrNull(guide);
    }

}

package io.deskbell.history;

import java.time.Instant;

import io.deskbell.region.RegionForm;
import io.deskbell.shared.text.Username;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which messages are asked for; what is null does not matter.
 *
 * @param q any part of the text, two characters or more, small and capital letters alike
 * @param username who wrote it; a desk's is {@code desk:} and its code
 * @param from sent at or after
 * @param to sent before
 */
public record MessageFilter(@Nullable String q, @Nullable @Pattern(regexp = RegionForm.CODE) String region,
        @Nullable @Pattern(regexp = RegionForm.CODE) String desk,
        @Nullable @Pattern(regexp = Username.OF_ANYBODY) String username, @Nullable Instant from,
        @Nullable Instant to) {

    public MessageFilter {
        username = Username.foldedOrNull(username);
    }

}

package io.deskbell.call;

import java.time.Duration;
import java.time.Instant;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * What the visitor thought of a call.
 *
 * @param stars 1 to 5
 * @param comment null for none
 */
@Embeddable
public record Rating(Integer stars, @Nullable String comment) {

    /** How long after its end a call may be rated (docs/protocol.md, "SEND"). */
    public static final Duration TIME = Duration.ofMinutes(10);

    /**
     * Also of a call whose end lies ahead: it had ended before the clock was put back.
     */
    static boolean isTooLate(Instant endedAt, Instant now) {
        return Duration.between(endedAt, now).abs().compareTo(TIME) > 0;
    }
}

package io.deskbell.shared.time;

import java.time.Instant;
import java.util.Optional;

/**
 * Stores past times and shifts them on {@link ClockJumped}. If one of them is in the
 * future when the server starts, the clock was set back meanwhile.
 */
public interface RecordedTimes {

    /** The latest of these times. */
    Optional<Instant> latest();

}

package io.deskbell.shared.time;

import java.time.Instant;
import java.util.Optional;

/**
 * Keeps times that have been, and moves them with {@link ClockJumped}. Where one of them
 * lies ahead when the server starts, the machine's clock was put back meanwhile.
 */
public interface RecordedTimes {

    /** The latest of them. */
    Optional<Instant> latest();

}

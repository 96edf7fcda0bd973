package io.deskbell.shared.time;

import java.time.Duration;

/**
 * The machine's clock was set, and this server's clock follows in the transaction in
 * which this event is published. Listeners shift the start and due times they store by as
 * much, so that durations stay the same.
 *
 * @param by negative if it was set back
 */
public record ClockJumped(Duration by) {

    /** SQL that adds {@code :seconds} to a timestamp column, on H2 and PostgreSQL. */
    public static final String LATER = " + cast(:seconds as double precision) * interval '1' second";

    public double seconds() {
        return this.by.toMillis() / 1000.0;
    }

}

package io.deskbell.shared.time;

import java.time.Duration;

/**
 * The machine's clock was put forward or back, and this server's follows in the
 * transaction in which this is told. Whoever keeps a time until which something lasts, or
 * since when, moves it by as much: it lasts as long as it would have.
 *
 * @param by less than nothing where it was put back
 */
public record ClockJumped(Duration by) {

    /** Adds {@code :seconds} to a column of time, on H2 and PostgreSQL. */
    public static final String LATER = " + cast(:seconds as double precision) * interval '1' second";

    public double seconds() {
        return this.by.toMillis() / 1000.0;
    }

}

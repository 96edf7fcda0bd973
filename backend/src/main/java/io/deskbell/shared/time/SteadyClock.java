package io.deskbell.shared.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The clock of this server, in whole milliseconds. It follows the machine's clock, but if
 * that is set, this one continues steadily until {@link ClockJumpDetector} has had stored
 * times shifted and moves it.
 */
public final class SteadyClock extends Clock {

    private static final long AT_ONCE = TimeUnit.MILLISECONDS.toNanos(100);

    private final Clock machine;

    private final LongSupplier nanoTime;

    private volatile Anchor anchor;

    /**
     * @param nanoTime a monotonic time in nanoseconds
     */
    public SteadyClock(Clock machine, LongSupplier nanoTime) {
        this.machine = machine;
        this.nanoTime = nanoTime;
        this.anchor = new Anchor(machine.instant(), nanoTime.getAsLong());
    }

    @Override
    public Instant instant() {
        return exactly().truncatedTo(ChronoUnit.MILLIS);
    }

    private Instant exactly() {
        return this.anchor.after(this.nanoTime.getAsLong());
    }

    /** A monotonic time in nanoseconds with an arbitrary origin, to measure durations. */
    public long nanoTime() {
        return this.nanoTime.getAsLong();
    }

    /** How far the machine's clock is ahead of this one. */
    Duration behind() {
        while (true) {
            long before = this.nanoTime.getAsLong();
            Instant now = this.machine.instant();
            if (this.nanoTime.getAsLong() - before < AT_ONCE) {
                return Duration.between(this.anchor.after(before), now);
            }
        }
    }

    void move(Duration by) {
        long nanos = this.nanoTime.getAsLong();
        this.anchor = new Anchor(this.anchor.after(nanos).plus(by), nanos);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Instants have no zone");
    }

    /** The time at a value of the monotonic clock. */
    private record Anchor(Instant at, long nanos) {

        private Instant after(long nanos) {
            return this.at.plusNanos(nanos - this.nanos);
        }

    }

}

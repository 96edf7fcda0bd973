package io.deskbell.realtime;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * When one connection last heard of the other side and last told it something, and how
 * long either may be silent. It counts by a clock that nobody sets: one that is put back
 * must not make a dead connection live for an hour.
 */
public class ConnectionActivity {

    /** A line may be slow; three are no accident. */
    private static final int MOST_MISSED = 3;

    /** So that a beat is there before the client looks for it. */
    private static final long EARLY_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final LongSupplier nanoTime;

    private volatile long heardAt;

    private volatile long toldAt;

    private volatile long hearsEvery = Long.MAX_VALUE;

    private volatile long tellsEvery = Long.MAX_VALUE;

    ConnectionActivity(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        heard();
        told();
    }

    /**
     * Begins with what was agreed at CONNECT.
     * @param hearsMillis how often the client is to be heard of, 0 for any silence
     * @param tellsMillis how often it is to be told something, 0 for any silence
     */
    public void begin(long hearsMillis, long tellsMillis) {
        heard();
        told();
        this.hearsEvery = every(hearsMillis);
        this.tellsEvery = every(tellsMillis);
    }

    private static long every(long millis) {
        return (millis > 0) ? TimeUnit.MILLISECONDS.toNanos(millis) : Long.MAX_VALUE;
    }

    final void heard() {
        this.heardAt = this.nanoTime.getAsLong();
    }

    final void told() {
        this.toldAt = this.nanoTime.getAsLong();
    }

    /** Whether nothing was heard of the client for too long. */
    public boolean isLost() {
        return (this.nanoTime.getAsLong() - this.heardAt) / MOST_MISSED > this.hearsEvery;
    }

    /** Whether the client is to be told that the server lives. */
    public boolean isDue() {
        return this.nanoTime.getAsLong() - this.toldAt > this.tellsEvery - EARLY_NANOS;
    }

}

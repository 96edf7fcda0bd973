package io.deskbell.realtime;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * When a connection last received and last sent something, and how long either may be
 * silent. Measured by the monotonic clock: setting the machine's clock back must not keep
 * a dead connection open.
 */
public class ConnectionActivity {

    /** One late beat may be a slow network; three missed ones are not. */
    private static final int MOST_MISSED = 3;

    /** So that a beat arrives before the client misses it. */
    private static final long EARLY_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final LongSupplier nanoTime;

    private volatile long receivedAt;

    private volatile long sentAt;

    private volatile long receivesEvery = Long.MAX_VALUE;

    private volatile long sendsEvery = Long.MAX_VALUE;

    ConnectionActivity(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        received();
        sent();
    }

    /**
     * Starts with the intervals agreed at CONNECT.
     * @param receiveMillis how often the client must send something, 0 for never
     * @param sendMillis how often the server must send something, 0 for never
     */
    public void begin(long receiveMillis, long sendMillis) {
        received();
        sent();
        this.receivesEvery = every(receiveMillis);
        this.sendsEvery = every(sendMillis);
    }

    private static long every(long millis) {
        return (millis > 0) ? TimeUnit.MILLISECONDS.toNanos(millis) : Long.MAX_VALUE;
    }

    final void received() {
        this.receivedAt = this.nanoTime.getAsLong();
    }

    final void sent() {
        this.sentAt = this.nanoTime.getAsLong();
    }

    /** Whether the client has been silent for too long. */
    public boolean isLost() {
        return (this.nanoTime.getAsLong() - this.receivedAt) / MOST_MISSED > this.receivesEvery;
    }

    /** Whether it is time to send a heart-beat. */
    public boolean isDue() {
        return this.nanoTime.getAsLong() - this.sentAt > this.sendsEvery - EARLY_NANOS;
    }

}

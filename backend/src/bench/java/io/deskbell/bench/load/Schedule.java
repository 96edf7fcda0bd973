package io.deskbell.bench.load;

import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * Sends by the clock, one sender after the other. A message that goes out late still
 * counts from the moment at which it should have gone.
 */
final class Schedule {

    private static final long NANOS = 1_000_000_000L;

    private final long start = System.nanoTime() + NANOS / 10;

    private final long interval;

    /** What each sender's first message of this schedule is numbered. */
    private final long[] first;

    private final IntConsumer say;

    private final Thread thread;

    private volatile boolean running = true;

    Schedule(int perSecond, long[] first, IntConsumer say) {
        this.interval = NANOS / perSecond;
        this.first = first;
        this.say = say;
        this.thread = Thread.ofPlatform().name("bench-clock").unstarted(this::run);
    }

    void start() {
        this.thread.start();
    }

    private void run() {
        for (long i = 0; this.running; i++) {
            long due = this.start + i * this.interval;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            this.say.accept((int) (i % this.first.length));
        }
    }

    /** When this message should have gone. */
    long intended(int sender, long number) {
        return this.start + ((number - this.first[sender]) * this.first.length + sender) * this.interval;
    }

    void stop() {
        this.running = false;
        try {
            this.thread.join();
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

}

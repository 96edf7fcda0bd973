package io.deskbell.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

import org.awaitility.Awaitility;

/** A machine's clock, for which time can pass, and which can be set. */
public final class TestClock extends Clock {

    private static final Duration FOLLOWED = Duration.ofMillis(100);

    private final Clock system = Clock.tickMillis(ZoneOffset.UTC);

    private final AtomicReference<Duration> passed = new AtomicReference<>(Duration.ZERO);

    private volatile Clock server = this;

    private final AtomicReference<Duration> set = new AtomicReference<>(Duration.ZERO);

    /** Time passes. */
    public void forward(Duration time) {
        this.passed.updateAndGet((before) -> before.plus(time));
    }

    /** Somebody puts the clock forward or back, in no time. */
    public void put(Duration by) {
        this.set.updateAndGet((before) -> before.plus(by));
    }

    void followedBy(Clock server) {
        this.server = server;
    }

    /** Waits until the server's clock is where this one was put. */
    void awaitFollowed() {
        Awaitility.await()
            .until(() -> Duration.between(this.server.instant(), instant()).abs().compareTo(FOLLOWED) < 0);
    }

    /** For how long the machine runs. */
    long nanoTime() {
        return System.nanoTime() + this.passed.get().toNanos();
    }

    @Override
    public Instant instant() {
        return this.system.instant().plus(this.passed.get()).plus(this.set.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

}

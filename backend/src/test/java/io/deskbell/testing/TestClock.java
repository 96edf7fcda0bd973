package io.deskbell.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that goes on by itself and can be put forward. */
public final class TestClock extends Clock {

    private final Clock system = Clock.tickMillis(ZoneOffset.UTC);

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    public void forward(Duration time) {
        this.ahead.updateAndGet((before) -> before.plus(time));
    }

    @Override
    public Instant instant() {
        return this.system.instant().plus(this.ahead.get());
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

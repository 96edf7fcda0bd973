package io.deskbell.shared.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Time goes on evenly, whatever is done to the machine's clock. */
class SteadyClockTests {

    private static final Instant START = Instant.parse("2026-11-22T10:48:00.123456Z");

    private final Machine machine = new Machine();

    private final SteadyClock clock = new SteadyClock(this.machine, () -> this.machine.nanos.get());

    @Test
    void itGoesOnInWholeMilliseconds() {
        assertThat(this.clock.instant()).isEqualTo("2026-11-22T10:48:00.123Z");
        pass(Duration.ofSeconds(90));
        assertThat(this.clock.instant()).isEqualTo("2026-11-22T10:49:30.123Z");
        assertThat(this.clock.behind()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = { "PT1H", "-PT1H", "PT720H", "-PT0.5S" })
    void itGoesOnUntilItIsMoved(Duration by) {
        this.machine.at = this.machine.at.plus(by);
        pass(Duration.ofSeconds(30));
        assertThat(this.clock.instant()).isEqualTo("2026-11-22T10:48:30.123Z");
        assertThat(this.clock.behind()).isEqualTo(by);
        this.clock.move(by);
        assertThat(this.clock.behind()).isZero();
        assertThat(this.clock.instant()).isEqualTo(Instant.parse("2026-11-22T10:48:30.123Z").plus(by));
    }

    /** As a machine under load does it, or one whose lid was closed. */
    @Test
    void aMachineThatPausesBetweenTwoLooksIsNotOneWhoseClockWasSet() {
        this.machine.pauses = Duration.ofMinutes(5);
        assertThat(this.clock.behind()).isZero();
        assertThat(this.clock.instant()).isEqualTo("2026-11-22T10:53:00.123Z");
    }

    private void pass(Duration time) {
        this.machine.at = this.machine.at.plus(time);
        this.machine.nanos.addAndGet(time.toNanos());
    }

    /** A machine whose clock is set by hand. */
    private static final class Machine extends Clock {

        private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000);

        private Instant at = START;

        private Duration pauses = Duration.ZERO;

        @Override
        public Instant instant() {
            this.at = this.at.plus(this.pauses);
            this.nanos.addAndGet(this.pauses.toNanos());
            this.pauses = Duration.ZERO;
            return this.at;
        }

        @Override
        public ZoneId getZone() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

    }

}

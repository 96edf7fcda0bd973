package io.deskbell.shared.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.SimpleTransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Who goes by the machine's clock comes before or after a jump, never into it. */
class ClockJumpDetectorTests {

    private static final Instant START = Instant.parse("2026-11-22T10:48:00Z");

    private final SettableClock machine = new SettableClock();

    private final SteadyClock clock = new SteadyClock(this.machine, () -> 0);

    private final AtomicBoolean committed = new AtomicBoolean();

    private final ClockJumpDetector detector = new ClockJumpDetector(this.clock, (event) -> {
    }, new SlowCommit(), List.of());

    private final CompletableFuture<Boolean> committedWhenCaughtUp = new CompletableFuture<>();

    private final Thread request = new Thread(() -> {
        this.detector.catchUp();
        this.committedWhenCaughtUp.complete(this.committed.get());
    });

    @ParameterizedTest
    @ValueSource(strings = { "PT1H", "-PT1H" })
    void whoCatchesUpWaitsUntilAllIsMoved(Duration by) {
        this.machine.at = START.plus(by);
        this.detector.check();
        assertThat(this.committedWhenCaughtUp).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(true);
        assertThat(this.clock.instant()).isEqualTo(START.plus(by));
    }

    @Test
    void nobodyWaitsWhileNothingMoves() {
        this.machine.at = START.plusMillis(900);
        this.detector.check();
        this.request.start();
        assertThat(this.committedWhenCaughtUp).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(false);
        assertThat(this.clock.instant()).isEqualTo(START.plusMillis(900));
    }

    /** Somebody asks after the clock was moved, and before the commit. */
    private final class SlowCommit implements TransactionOperations {

        @Override
        public <T> T execute(TransactionCallback<T> action) {
            TransactionStatus status = new SimpleTransactionStatus();
            T result = action.doInTransaction(status);
            ClockJumpDetectorTests.this.request.start();
            await().until(() -> ClockJumpDetectorTests.this.request.getState() == Thread.State.BLOCKED
                    || ClockJumpDetectorTests.this.committedWhenCaughtUp.isDone());
            ClockJumpDetectorTests.this.committed.set(true);
            return result;
        }

    }

    private static final class SettableClock extends Clock {

        private volatile Instant at = START;

        @Override
        public Instant instant() {
            return this.at;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

    }

}

package io.deskbell.shared.time;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Detects that the machine's clock was set, by comparing it with {@code System.nanoTime}.
 * Small differences are applied at once; for larger ones, {@link ClockJumped} first lets
 * listeners shift their stored times.
 */
@Slf4j
@Component
@RequiredArgsConstructor
public class ClockJumpDetector {

    private static final Duration LITTLE = Duration.ofSeconds(1);

    private final SteadyClock clock;

    private final ApplicationEventPublisher events;

    private final TransactionOperations transactions;

    private final List<RecordedTimes> recordedTimes;

    private volatile boolean following;

    /**
     * For users of the system clock: if it was just set, stored times have been shifted
     * when this returns.
     */
    public void catchUp() {
        if (this.following || isFar(this.clock.behind())) {
            check();
        }
    }

    @Scheduled(fixedDelay = 500, timeUnit = TimeUnit.MILLISECONDS)
    synchronized void check() {
        Duration by = this.clock.behind();
        if (!isFar(by)) {
            this.clock.move(by);
            return;
        }
        log.warn("The machine's clock was set {} by {}; shifted the times of everything in progress",
                by.isNegative() ? "back" : "forward", by.abs());
        this.following = true;
        try {
            this.transactions.executeWithoutResult((transaction) -> moveClock(by));
        }
        catch (RuntimeException ex) {
            if (!isFar(this.clock.behind())) {
                this.clock.move(by.negated());
            }
            log.error("Failed to shift the times of everything in progress after the clock was set; retrying", ex);
        }
        finally {
            this.following = false;
        }
    }

    /** Shifted rows stay locked until the clock is moved too. */
    private void moveClock(Duration by) {
        this.events.publishEvent(new ClockJumped(by));
        this.clock.move(by);
    }

    /**
     * Detects that the clock was set back while the server was stopped: continues from
     * the latest recorded time, from which the difference is then detected.
     */
    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    public synchronized void lookForTimesAhead() {
        Instant now = this.clock.instant();
        this.recordedTimes.stream()
            .map(RecordedTimes::latest)
            .flatMap(Optional::stream)
            .max(Instant::compareTo)
            .map((latest) -> Duration.between(now, latest))
            .filter((ahead) -> !ahead.isNegative() && isFar(ahead))
            .ifPresent((ahead) -> {
                log.warn("The machine's clock was set back while the server was stopped");
                this.clock.move(ahead);
                check();
            });
    }

    private static boolean isFar(Duration by) {
        return by.abs().compareTo(LITTLE) >= 0;
    }

}

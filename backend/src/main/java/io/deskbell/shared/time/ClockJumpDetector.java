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
 * Notices that the machine's clock was set, by comparing it with how long the machine
 * runs. A little is followed at once; of more, those who measure how long something lasts
 * hear first.
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
     * For whoever has to go by the machine's clock: if that was set just now, what is
     * under way is taken care of before this returns.
     */
    public void catchUp() {
        if (this.following || isFar(this.clock.behind())) {
            look();
        }
    }

    @Scheduled(fixedDelay = 500, timeUnit = TimeUnit.MILLISECONDS)
    synchronized void look() {
        Duration by = this.clock.behind();
        if (!isFar(by)) {
            this.clock.move(by);
            return;
        }
        log.warn("The machine's clock was set {} by {}; everything under way was moved with it",
                by.isNegative() ? "back" : "forward", by.abs());
        this.following = true;
        try {
            this.transactions.executeWithoutResult((transaction) -> follow(by));
        }
        catch (RuntimeException ex) {
            if (!isFar(this.clock.behind())) {
                this.clock.move(by.negated());
            }
            log.error("Failed to move what is under way with the clock; retrying", ex);
        }
        finally {
            this.following = false;
        }
    }

    /** What was moved is locked until the clock is, too. */
    private void follow(Duration by) {
        this.events.publishEvent(new ClockJumped(by));
        this.clock.move(by);
    }

    /**
     * Nobody could notice while the server was stopped. So it goes on with the latest
     * time that has been, from where the clock is found to be back.
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
                look();
            });
    }

    private static boolean isFar(Duration by) {
        return by.abs().compareTo(LITTLE) >= 0;
    }

}

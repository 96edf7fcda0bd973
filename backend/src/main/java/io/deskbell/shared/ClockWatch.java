package io.deskbell.shared;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;

import org.springframework.context.ApplicationEventPublisher;
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
class ClockWatch {

    private static final Duration LITTLE = Duration.ofSeconds(1);

    private final SteadyClock clock;

    private final ApplicationEventPublisher events;

    private final TransactionOperations transactions;

    @Scheduled(fixedDelay = 500, timeUnit = TimeUnit.MILLISECONDS)
    void look() {
        Duration by = this.clock.behind();
        if (by.abs().compareTo(LITTLE) < 0) {
            this.clock.move(by);
            return;
        }
        log.warn("The clock of this machine was put {} by {}; what is under way lasts as long as before",
                by.isNegative() ? "back" : "forward", by.abs());
        try {
            this.transactions.executeWithoutResult((transaction) -> follow(by));
        }
        catch (RuntimeException ex) {
            if (this.clock.behind().abs().compareTo(LITTLE) < 0) {
                this.clock.move(by.negated());
            }
            log.error("What is under way could not be moved with the clock; it is tried again", ex);
        }
    }

    /** What was moved is locked until the clock is, too. */
    private void follow(Duration by) {
        this.events.publishEvent(new ClockMoved(by));
        this.clock.move(by);
    }

}

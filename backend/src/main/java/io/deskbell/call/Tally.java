package io.deskbell.call;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Counts on how many screens a call is, for all that answered within a moment at once: a
 * region of a hundred guides hears of it a few times, not a hundred.
 */
@Slf4j
@Component
@RequiredArgsConstructor
class Tally {

    private final Set<UUID> due = ConcurrentHashMap.newKeySet();

    private final Calls calls;

    private final Alerting alerting;

    private final Announcer announcer;

    private final TransactionOperations transactions;

    @TransactionalEventListener
    void on(Answered news) {
        this.due.add(news.call());
    }

    @Scheduled(fixedDelay = 200, timeUnit = TimeUnit.MILLISECONDS)
    void count() {
        List.copyOf(this.due).forEach(this::count);
    }

    /** What can't be counted now is tried again. */
    private void count(UUID id) {
        this.due.remove(id);
        try {
            this.transactions
                .executeWithoutResult((transaction) -> this.calls.findAndLockById(id).ifPresent(this::count));
        }
        catch (RuntimeException ex) {
            this.due.add(id);
            log.error("The alerts of call {} could not be counted; it is tried again", id, ex);
        }
    }

    private void count(Call call) {
        if (this.alerting.count(call)) {
            this.announcer.changed(call);
        }
    }

    /** A guide has seen or declined a call. */
    record Answered(UUID call) {
    }

}

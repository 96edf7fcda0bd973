package io.deskbell.call;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Keeps who was alerted and counts who has seen it, a moment after it happened and for
 * all of that moment at once: no guide hears of a call later because a thousand others
 * are written down, and a region hears of its screens a few times, not a thousand.
 */
@Slf4j
@Component
@RequiredArgsConstructor
class Tally {

    private final Queue<Rung> rung = new ConcurrentLinkedQueue<>();

    private final Queue<Answered> answered = new ConcurrentLinkedQueue<>();

    private final Calls calls;

    private final CallAlerts alerts;

    private final Announcer announcer;

    private final TransactionOperations transactions;

    @TransactionalEventListener
    void on(Rung news) {
        this.rung.add(news);
    }

    @TransactionalEventListener
    void on(Answered news) {
        this.answered.add(news);
    }

    /** Writes down and counts what has happened since the last time. */
    @Scheduled(fixedDelay = 200, timeUnit = TimeUnit.MILLISECONDS)
    void keep() {
        taken(this.rung).forEach(this::keep);
        taken(this.answered).stream().map(Answered::call).collect(Collectors.toSet()).forEach(this::count);
    }

    private void keep(Rung news) {
        inCall(news.call(), news, this.rung, (call) -> this.alerts.sent(news.call(), news.guides(), news.at()));
    }

    private void count(UUID id) {
        inCall(id, new Answered(id), this.answered, (call) -> {
            if (call.counted(this.alerts.countByCallId(id), this.alerts.countByCallIdAndSeenAtIsNotNull(id))) {
                this.announcer.changed(call);
            }
        });
    }

    /** What can't be kept now is tried again. */
    private <T> void inCall(UUID id, T news, Queue<T> again, Consumer<Call> work) {
        try {
            this.transactions.executeWithoutResult((transaction) -> this.calls.findAndLockById(id).ifPresent(work));
        }
        catch (RuntimeException ex) {
            again.add(news);
            log.error("The alerts of call {} could not be kept; it is tried again", id, ex);
        }
    }

    private static <T> List<T> taken(Queue<T> queue) {
        List<T> taken = new ArrayList<>();
        for (T next = queue.poll(); next != null; next = queue.poll()) {
            taken.add(next);
        }
        return taken;
    }

    /** A call rings, and these guides are alerted. */
    record Rung(UUID call, List<String> guides, Instant at) {
    }

    /** A guide has seen or declined a call. */
    record Answered(UUID call) {
    }

}

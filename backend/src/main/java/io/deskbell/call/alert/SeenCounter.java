package io.deskbell.call.alert;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import io.deskbell.call.Call;
import io.deskbell.call.CallBroadcaster;
import io.deskbell.call.Calls;
import io.deskbell.shared.database.TransactionPerItem;
import lombok.RequiredArgsConstructor;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Counts on how many screens a call is shown, in batches: with a hundred guides in a
 * region the call is broadcast a few times, not a hundred.
 */
@Component
@RequiredArgsConstructor
public class SeenCounter {

    private static final int MOST_TRIES = 20;

    /** The calls to count, and how often that has failed. */
    private final Map<UUID, Integer> due = new ConcurrentHashMap<>();

    private final Calls calls;

    private final GuideAlerter alerter;

    private final CallBroadcaster broadcaster;

    private final TransactionPerItem transactions;

    @TransactionalEventListener
    void on(Answered news) {
        this.due.put(news.call(), 0);
    }

    @Scheduled(fixedDelay = 200, timeUnit = TimeUnit.MILLISECONDS)
    void count() {
        Map.copyOf(this.due).forEach(this::count);
    }

    /** A count that fails is retried for a while. */
    private void count(UUID id, int tries) {
        this.due.remove(id);
        boolean counted = this.transactions.run("Failed to count the alerts of call {}", id,
                () -> this.calls.findAndLockById(id).ifPresent(this::count));
        if (!counted && tries < MOST_TRIES) {
            this.due.putIfAbsent(id, tries + 1);
        }
    }

    private void count(Call call) {
        if (this.alerter.updateCounts(call)) {
            this.broadcaster.changed(call);
        }
    }

    /** A guide has seen or declined a call. */
    public record Answered(UUID call) {
    }

}

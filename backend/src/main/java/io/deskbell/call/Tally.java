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

/**
 * Counts how many have a call on their screens, for all that answered within a moment at
 * once: a region of a hundred guides hears of it a few times, not a hundred.
 */
@Slf4j
@Component
@RequiredArgsConstructor
class Tally {

    private final Set<UUID> due = ConcurrentHashMap.newKeySet();

    private final Answering answering;

    @TransactionalEventListener
    void on(AlertAnswered answer) {
        this.due.add(answer.callId());
    }

    @Scheduled(fixedDelay = 200, timeUnit = TimeUnit.MILLISECONDS)
    void count() {
        List.copyOf(this.due).forEach(this::count);
    }

    private void count(UUID id) {
        this.due.remove(id);
        try {
            this.answering.count(id);
        }
        catch (RuntimeException ex) {
            this.due.add(id);
            log.error("The alerts of call {} could not be counted; it is tried again", id, ex);
        }
    }

    /** A guide has seen or declined a call. */
    record AlertAnswered(UUID callId) {
    }

}

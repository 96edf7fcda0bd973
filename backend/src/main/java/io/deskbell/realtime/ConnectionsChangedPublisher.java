package io.deskbell.realtime;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Publishes {@link ConnectionsChanged} one event at a time and outside of the caller's
 * transaction, so that the last event published describes the latest state. What a
 * listener failed on is published again.
 */
@Slf4j
@Component
@RequiredArgsConstructor
class ConnectionsChangedPublisher implements DisposableBean {

    private final ApplicationEventPublisher events;

    private final ExecutorService executor = Executors
        .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("deskbell-presence").factory());

    /** Who changed since the last event. */
    private final Set<String> changed = ConcurrentHashMap.newKeySet();

    private volatile boolean stopping;

    void publishSoon(String username) {
        if (this.changed.add(username)) {
            this.executor.execute(this::publish);
        }
    }

    /** Nothing while the server stops: then everybody disconnects. */
    private void publish() {
        Set<String> usernames = Set.copyOf(this.changed);
        this.changed.removeAll(usernames);
        if (this.stopping || usernames.isEmpty()) {
            return;
        }
        if (!isPublished(usernames)) {
            // One by one, so that a username that fails does not hold up the others.
            usernames.stream().map(Set::of).filter((one) -> !isPublished(one)).forEach(this.changed::addAll);
        }
    }

    private boolean isPublished(Set<String> usernames) {
        try {
            this.events.publishEvent(new ConnectionsChanged(usernames));
            return true;
        }
        catch (RuntimeException ex) {
            log.warn("A change of connections could not be processed; it will be retried", ex);
            return false;
        }
    }

    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void retry() {
        if (!this.changed.isEmpty() && !this.stopping) {
            this.executor.execute(this::publish);
        }
    }

    @EventListener(ContextClosedEvent.class)
    void stopping() {
        this.stopping = true;
    }

    @Override
    public void destroy() {
        this.executor.shutdown();
    }

}

package io.deskbell.realtime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import org.springframework.messaging.Message;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.broker.SubscriptionRegistry;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * Who follows which topic on this server. Topics are plain names, never patterns
 * ({@link AccessInterceptor} lets nothing else through), so a look-up costs the same
 * however many there are.
 */
@Component
class Followers implements SubscriptionRegistry {

    private final Map<String, Line> lines = new ConcurrentHashMap<>();

    private final Map<String, List<Follower>> byTopic = new ConcurrentHashMap<>();

    /** In the order in which they came. */
    List<Follower> of(String topic) {
        return this.byTopic.getOrDefault(topic, List.of());
    }

    /** A line opened. */
    void opened(Line line) {
        this.lines.put(line.getId(), line);
    }

    /** A line is gone for good. */
    void closed(String sessionId) {
        unregisterAllSubscriptions(sessionId);
        this.lines.remove(sessionId);
    }

    /** Those that are open. */
    Collection<Line> lines() {
        return this.lines.values();
    }

    @Nullable Line line(String sessionId) {
        return this.lines.get(sessionId);
    }

    @Override
    public void registerSubscription(Message<?> subscribe) {
        String id = SimpMessageHeaderAccessor.getSubscriptionId(subscribe.getHeaders());
        String topic = SimpMessageHeaderAccessor.getDestination(subscribe.getHeaders());
        Line line = lineOf(subscribe);
        if (line != null && id != null && topic != null) {
            unsubscribe(line, id);
            line.subscribed(id, topic,
                    () -> this.byTopic.compute(topic, (it, before) -> with(before, new Follower(line, id))));
        }
    }

    @Override
    public void unregisterSubscription(Message<?> unsubscribe) {
        String id = SimpMessageHeaderAccessor.getSubscriptionId(unsubscribe.getHeaders());
        Line line = lineOf(unsubscribe);
        if (line != null && id != null) {
            unsubscribe(line, id);
        }
    }

    @Override
    public void unregisterAllSubscriptions(String sessionId) {
        Line line = this.lines.get(sessionId);
        if (line != null) {
            line.gone().forEach((id, topic) -> remove(topic, new Follower(line, id)));
        }
    }

    /** For Spring's broker; our own frames take {@link #of}. */
    @Override
    public MultiValueMap<String, String> findSubscriptions(Message<?> message) {
        MultiValueMap<String, String> found = new LinkedMultiValueMap<>();
        String topic = SimpMessageHeaderAccessor.getDestination(message.getHeaders());
        if (topic != null) {
            of(topic).forEach((follower) -> found.add(follower.line().getId(), follower.subscriptionId()));
        }
        return found;
    }

    private @Nullable Line lineOf(Message<?> message) {
        String sessionId = SimpMessageHeaderAccessor.getSessionId(message.getHeaders());
        return (sessionId != null) ? this.lines.get(sessionId) : null;
    }

    private void unsubscribe(Line line, String id) {
        String topic = line.unsubscribed(id);
        if (topic != null) {
            remove(topic, new Follower(line, id));
        }
    }

    private void remove(String topic, Follower follower) {
        this.byTopic.computeIfPresent(topic, (it, before) -> without(before, follower));
    }

    private static List<Follower> with(@Nullable List<Follower> before, Follower follower) {
        if (before == null) {
            return List.of(follower);
        }
        List<Follower> after = new ArrayList<>(before.size() + 1);
        after.addAll(before);
        after.add(follower);
        return List.copyOf(after);
    }

    private static @Nullable List<Follower> without(List<Follower> before, Follower follower) {
        List<Follower> after = before.stream().filter((one) -> !one.equals(follower)).toList();
        return after.isEmpty() ? null : after;
    }

}

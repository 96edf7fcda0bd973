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
public class Subscriptions implements SubscriptionRegistry {

    private final Map<String, ClientConnection> connections = new ConcurrentHashMap<>();

    private final Map<String, List<Subscription>> byTopic = new ConcurrentHashMap<>();

    /** In the order in which they came. */
    List<Subscription> of(String topic) {
        return this.byTopic.getOrDefault(topic, List.of());
    }

    /** A connection opened. */
    void opened(ClientConnection connection) {
        this.connections.put(connection.getId(), connection);
    }

    /** A connection is closed for good. */
    void closed(String sessionId) {
        unregisterAllSubscriptions(sessionId);
        this.connections.remove(sessionId);
    }

    /** All open connections. */
    public Collection<ClientConnection> connections() {
        return this.connections.values();
    }

    public @Nullable ClientConnection connection(String sessionId) {
        return this.connections.get(sessionId);
    }

    @Override
    public void registerSubscription(Message<?> subscribe) {
        String id = SimpMessageHeaderAccessor.getSubscriptionId(subscribe.getHeaders());
        String topic = SimpMessageHeaderAccessor.getDestination(subscribe.getHeaders());
        ClientConnection connection = connectionOf(subscribe);
        if (connection != null && id != null && topic != null) {
            unsubscribe(connection, id);
            connection.subscribed(id, topic,
                    () -> this.byTopic.compute(topic, (it, before) -> with(before, new Subscription(connection, id))));
        }
    }

    @Override
    public void unregisterSubscription(Message<?> unsubscribe) {
        String id = SimpMessageHeaderAccessor.getSubscriptionId(unsubscribe.getHeaders());
        ClientConnection connection = connectionOf(unsubscribe);
        if (connection != null && id != null) {
            unsubscribe(connection, id);
        }
    }

    @Override
    public void unregisterAllSubscriptions(String sessionId) {
        ClientConnection connection = this.connections.get(sessionId);
        if (connection != null) {
            connection.gone().forEach((id, topic) -> remove(topic, new Subscription(connection, id)));
        }
    }

    /** For Spring's broker; our own frames take {@link #of}. */
    @Override
    public MultiValueMap<String, String> findSubscriptions(Message<?> message) {
        MultiValueMap<String, String> found = new LinkedMultiValueMap<>();
        String topic = SimpMessageHeaderAccessor.getDestination(message.getHeaders());
        if (topic != null) {
            of(topic)
                .forEach((subscription) -> found.add(subscription.connection().getId(), subscription.subscriptionId()));
        }
        return found;
    }

    private @Nullable ClientConnection connectionOf(Message<?> message) {
        String sessionId = SimpMessageHeaderAccessor.getSessionId(message.getHeaders());
        return (sessionId != null) ? this.connections.get(sessionId) : null;
    }

    private void unsubscribe(ClientConnection connection, String id) {
        String topic = connection.unsubscribed(id);
        if (topic != null) {
            remove(topic, new Subscription(connection, id));
        }
    }

    private void remove(String topic, Subscription subscription) {
        this.byTopic.computeIfPresent(topic, (it, before) -> without(before, subscription));
    }

    private static List<Subscription> with(@Nullable List<Subscription> before, Subscription subscription) {
        if (before == null) {
            return List.of(subscription);
        }
        List<Subscription> after = new ArrayList<>(before.size() + 1);
        after.addAll(before);
        after.add(subscription);
        return List.copyOf(after);
    }

    private static @Nullable List<Subscription> without(List<Subscription> before, Subscription subscription) {
        List<Subscription> after = before.stream().filter((one) -> !one.equals(subscription)).toList();
        return after.isEmpty() ? null : after;
    }

}

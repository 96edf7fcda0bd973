package io.deskbell.realtime;

import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

import io.micrometer.core.instrument.MeterRegistry;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.WebSocketHandlerDecorator;
import org.springframework.web.socket.handler.WebSocketHandlerDecoratorFactory;
import org.springframework.web.socket.messaging.SessionConnectedEvent;
import org.springframework.web.socket.server.support.HttpSessionHandshakeInterceptor;

/**
 * The open connections: who is connected, and closing the connections of one who may no
 * longer be.
 */
@Slf4j
@Component
public class Sockets implements WebSocketHandlerDecoratorFactory {

    /**
     * The application's own close code for "your session is over"; clients then ask who
     * they are.
     */
    static final CloseStatus SESSION_OVER = new CloseStatus(4001, "session over");

    /**
     * How long a write to a reader that does not read may block its own thread (Tomcat's
     * default is 20 s).
     */
    private static final long BLOCKING_SEND_MILLIS = 3000;

    private final Map<String, WebSocketSession> open = new ConcurrentHashMap<>();

    private final Map<String, Set<String>> connected = new ConcurrentHashMap<>();

    private final ApplicationEventPublisher events;

    Sockets(ApplicationEventPublisher events, MeterRegistry meters) {
        this.events = events;
        meters.gaugeMapSize("deskbell.connections.open", List.of(), this.open);
        meters.gaugeMapSize("deskbell.connections.people", List.of(), this.connected);
    }

    /** Whether this person or desk has at least one STOMP connection. */
    public boolean isConnected(String username) {
        return this.connected.containsKey(username);
    }

    /** Those of the given who are connected. */
    public Set<String> connectedOf(Collection<String> usernames) {
        Set<String> present = new HashSet<>(usernames);
        present.retainAll(this.connected.keySet());
        return present;
    }

    /** Closes every connection of a person or desk. */
    public void closeAllOf(String username) {
        close((session) -> session.getPrincipal() != null && username.equals(session.getPrincipal().getName()));
    }

    /** Closes the connections that one HTTP session opened. */
    public void closeSession(String httpSessionId) {
        close((session) -> httpSessionId
            .equals(session.getAttributes().get(HttpSessionHandshakeInterceptor.HTTP_SESSION_ID_ATTR_NAME)));
    }

    private void close(Predicate<WebSocketSession> which) {
        this.open.values().stream().filter(which).forEach((session) -> {
            try {
                session.close(SESSION_OVER);
            }
            catch (IOException ex) {
                log.debug("A connection was already gone", ex);
            }
        });
    }

    @EventListener
    void connected(SessionConnectedEvent event) {
        String sessionId = SimpMessageHeaderAccessor.getSessionId(event.getMessage().getHeaders());
        if (event.getUser() == null || sessionId == null) {
            return;
        }
        String username = event.getUser().getName();
        AtomicBoolean first = new AtomicBoolean();
        // Within the socket's own entry: it can't close between the check and the count.
        this.open.computeIfPresent(sessionId, (id, session) -> {
            first.set(this.connected.compute(username, (name, before) -> with(before, sessionId)).size() == 1);
            return session;
        });
        if (first.get()) {
            this.events.publishEvent(new ConnectionChanged(username));
        }
    }

    private void closed(WebSocketSession session) {
        this.open.remove(session.getId());
        if (session.getPrincipal() == null) {
            return;
        }
        String username = session.getPrincipal().getName();
        boolean wasConnected = this.connected.getOrDefault(username, Set.of()).contains(session.getId());
        Set<String> left = this.connected.computeIfPresent(username, (name, before) -> without(before, session));
        if (wasConnected && left == null) {
            this.events.publishEvent(new ConnectionChanged(username));
        }
    }

    private static Set<String> with(@Nullable Set<String> before, String sessionId) {
        Set<String> after = new HashSet<>((before != null) ? before : Set.of());
        after.add(sessionId);
        return Set.copyOf(after);
    }

    private static @Nullable Set<String> without(Set<String> before, WebSocketSession session) {
        Set<String> after = new HashSet<>(before);
        after.remove(session.getId());
        return after.isEmpty() ? null : Set.copyOf(after);
    }

    @Override
    public WebSocketHandler decorate(WebSocketHandler handler) {
        return new WebSocketHandlerDecorator(handler) {
            @Override
            public void afterConnectionEstablished(WebSocketSession session) throws Exception {
                if (session instanceof NativeWebSocketSession socket
                        && socket.getNativeSession() instanceof jakarta.websocket.Session tomcat) {
                    tomcat.getUserProperties()
                        .put("org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT", BLOCKING_SEND_MILLIS);
                }
                Sockets.this.open.put(session.getId(), session);
                super.afterConnectionEstablished(session);
            }

            @Override
            public void afterConnectionClosed(WebSocketSession session, CloseStatus status) throws Exception {
                super.afterConnectionClosed(session, status);
                closed(session);
            }
        };
    }

}

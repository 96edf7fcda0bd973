package io.deskbell.realtime;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.deskbell.realtime.jetty.ForcedClose;
import io.deskbell.shared.Caller;
import io.micrometer.core.instrument.MeterRegistry;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.WebSocketHandlerDecorator;
import org.springframework.web.socket.handler.WebSocketHandlerDecoratorFactory;
import org.springframework.web.socket.messaging.SessionConnectedEvent;
import org.springframework.web.socket.server.support.HttpSessionHandshakeInterceptor;

/**
 * The open connections: who is connected, and closing those that are no longer allowed.
 */
@Component
public class OpenConnections implements WebSocketHandlerDecoratorFactory {

    /**
     * The application's own close code for "your session is over"; clients then ask who
     * they are.
     */
    static final CloseStatus SESSION_OVER = new CloseStatus(4001, "session over");

    private static final String OPENED = OpenConnections.class.getName() + ".opened";

    private static final String GONE = OpenConnections.class.getName() + ".gone";

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(15);

    private final Map<String, WebSocketSession> open = new ConcurrentHashMap<>();

    private final Map<String, Set<String>> connected = new ConcurrentHashMap<>();

    private final Map<String, Integer> counts = new ConcurrentHashMap<>();

    private final ConnectionsChangedPublisher changes;

    OpenConnections(ConnectionsChangedPublisher changes, MeterRegistry meters) {
        this.changes = changes;
        meters.gaugeMapSize("deskbell.connections.open", List.of(), this.open);
        meters.gaugeMapSize("deskbell.connections.people", List.of(), this.connected);
    }

    /** Whether this person or desk has at least one STOMP connection. */
    public boolean isConnected(String username) {
        return this.connected.containsKey(username);
    }

    /** How many connections this person or desk has, with STOMP's CONNECT or not yet. */
    int openOf(String username) {
        return this.counts.getOrDefault(username, 0);
    }

    /** Closes connections that have not sent CONNECT in time, whatever else they sent. */
    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void closeMute() {
        long oldest = System.nanoTime() - CONNECT_WITHIN.toNanos();
        this.open.values()
            .stream()
            .filter((session) -> session.getAttributes().get(OPENED) instanceof Long opened && opened - oldest < 0)
            .filter((session) -> !this.connected.getOrDefault(caller(session).username(), Set.of())
                .contains(session.getId()))
            .forEach((session) -> ForcedClose.close(session, CloseStatus.POLICY_VIOLATION));
    }

    /** Those of the given who are connected. */
    public Set<String> connectedOf(Collection<String> usernames) {
        Set<String> present = new HashSet<>(usernames);
        present.retainAll(this.connected.keySet());
        return present;
    }

    /**
     * Has the listeners of {@link ConnectionsChanged} look at this person or desk again.
     */
    public void recheck(String username) {
        this.changes.publishSoon(username);
    }

    /** Closes every connection of a person or desk. */
    public void closeAllOf(String username) {
        close((session) -> username.equals(caller(session).username()));
    }

    /** Closes every connection of one device of a desk. */
    public void closeDevice(String device) {
        close((session) -> device.equals(caller(session).device()));
    }

    /** Closes the connections that one HTTP session opened. */
    public void closeSession(String httpSessionId) {
        close((session) -> httpSessionId.equals(httpSession(session)));
    }

    /** The HTTP sessions that have open connections, and whose they are. */
    public Map<String, Caller> httpSessions() {
        return this.open.values()
            .stream()
            .collect(Collectors.toMap(OpenConnections::httpSession, OpenConnections::caller, (one, other) -> one));
    }

    /** Empty where the session ended during the handshake; no session has that id. */
    private static String httpSession(WebSocketSession session) {
        return Objects.toString(session.getAttributes().get(HttpSessionHandshakeInterceptor.HTTP_SESSION_ID_ATTR_NAME),
                "");
    }

    /** Whether the socket is closed: any later frame comes from Spring's own cleanup. */
    public static boolean isGone(Map<String, Object> attributes) {
        return attributes.containsKey(GONE);
    }

    private static Caller caller(WebSocketSession session) {
        return Caller.of(session.getPrincipal());
    }

    private void close(Predicate<WebSocketSession> which) {
        this.open.values().stream().filter(which).forEach((session) -> ForcedClose.close(session, SESSION_OVER));
    }

    /**
     * It has sent DISCONNECT: it no longer counts, though its socket may still be open.
     */
    public void left(String sessionId) {
        // Within the socket's own entry: its CONNECT may be processed just now.
        this.open.computeIfPresent(sessionId, (id, session) -> {
            countNoMore(session);
            return session;
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
            if (ForcedClose.hasBegun(session.getAttributes())) {
                return session;
            }
            first.set(this.connected.compute(username, (name, before) -> with(before, sessionId)).size() == 1);
            return session;
        });
        if (first.get()) {
            recheck(username);
        }
    }

    private void closed(WebSocketSession session) {
        String username = caller(session).username();
        if (this.open.remove(session.getId()) != null) {
            this.counts.computeIfPresent(username, (name, count) -> (count > 1) ? count - 1 : null);
        }
        countNoMore(session);
    }

    private void countNoMore(WebSocketSession session) {
        String username = caller(session).username();
        boolean wasConnected = this.connected.getOrDefault(username, Set.of()).contains(session.getId());
        Set<String> left = this.connected.computeIfPresent(username, (name, before) -> without(before, session));
        if (wasConnected && left == null) {
            recheck(username);
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
                // Silence is what STOMP's heart-beats are for; who wants none may be
                // silent.
                if (session instanceof NativeWebSocketSession it && it.getNativeSession() instanceof Session socket) {
                    socket.setIdleTimeout(Duration.ZERO);
                }
                session.getAttributes().put(OPENED, System.nanoTime());
                OpenConnections.this.open.put(session.getId(), session);
                OpenConnections.this.counts.merge(caller(session).username(), 1, Integer::sum);
                super.afterConnectionEstablished(session);
            }

            @Override
            public void handleMessage(WebSocketSession session, WebSocketMessage<?> message) throws Exception {
                if (!ForcedClose.hasBegun(session.getAttributes())) {
                    super.handleMessage(session, message);
                }
            }

            @Override
            public void afterConnectionClosed(WebSocketSession session, CloseStatus status) throws Exception {
                session.getAttributes().put(GONE, true);
                try {
                    super.afterConnectionClosed(session, status);
                }
                finally {
                    closed(session);
                }
            }
        };
    }

}

package io.deskbell.realtime.jetty;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import lombok.extern.slf4j.Slf4j;
import org.eclipse.jetty.websocket.api.Session;

import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;

/**
 * Makes sure that a connection closes. A close frame only asks: a client that does not
 * answer could go on sending, and one that does not read never sees it.
 */
@Slf4j
public final class ForcedClose {

    private static final long GRACE_MILLIS = 500;

    private static final String CLOSING = ForcedClose.class.getName() + ".closing";

    private ForcedClose() {
    }

    /**
     * Closes, unless that has begun, in a thread of its own: a client that does not read
     * must not hold up others.
     * @return whether it had not begun
     */
    public static boolean close(WebSocketSession session, CloseStatus status) {
        boolean first = begin(session);
        if (first) {
            cutOff(session, graceMillis(status));
            Thread.startVirtualThread(() -> closeNow(session, status));
        }
        return first;
    }

    public static void closeNow(WebSocketSession session, CloseStatus status) {
        try {
            session.close(status);
        }
        catch (IOException ex) {
            log.debug("A connection was already gone", ex);
        }
    }

    /**
     * From now on the client's frames are ignored.
     * @return whether it had not begun
     */
    public static boolean begin(WebSocketSession session) {
        return session.getAttributes().put(CLOSING, true) == null;
    }

    /** Disconnects the socket itself after this time, where there is one. */
    public static void cutOff(WebSocketSession session, long afterMillis) {
        if (session instanceof NativeWebSocketSession it && it.getNativeSession() instanceof Session socket) {
            CompletableFuture.delayedExecutor(afterMillis, TimeUnit.MILLISECONDS, Thread::startVirtualThread)
                .execute(socket::disconnect);
        }
    }

    /** How long the client has to answer a close frame. */
    public static long graceMillis(CloseStatus status) {
        return CloseStatus.SESSION_NOT_RELIABLE.equals(status) ? 0 : GRACE_MILLIS;
    }

    public static boolean hasBegun(Map<String, Object> attributes) {
        return attributes.containsKey(CLOSING);
    }

}

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
 * Makes a close final. A close frame only asks: a client that answers nothing could go on
 * to send, and one that does not read is never asked at all.
 */
@Slf4j
public final class ForcedClose {

    private static final long GRACE_MILLIS = 500;

    private static final String CLOSING = ForcedClose.class.getName() + ".closing";

    private ForcedClose() {
    }

    /**
     * Closes, unless that has begun, in a thread of its own: a reader that does not read
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
     * From now on nothing is heard from it.
     * @return whether this is the first to say so
     */
    public static boolean begin(WebSocketSession session) {
        return session.getAttributes().put(CLOSING, true) == null;
    }

    /** Has the socket itself be gone by then, where there is one. */
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

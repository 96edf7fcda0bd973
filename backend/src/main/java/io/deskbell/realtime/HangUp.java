package io.deskbell.realtime;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import lombok.extern.slf4j.Slf4j;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;

import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.WebSocketSessionDecorator;

/**
 * Makes a close final. A close frame only asks: a client that answers nothing could go on
 * to send, and one that does not read is never asked at all.
 */
@Slf4j
final class HangUp {

    private static final long GRACE_MILLIS = 500;

    private static final String CLOSING = HangUp.class.getName() + ".closing";

    private HangUp() {
    }

    /**
     * Closes, unless that has begun, in a thread of its own: a reader that does not read
     * must not hold up others.
     * @return whether it had not begun
     */
    static boolean close(WebSocketSession session, CloseStatus status) {
        boolean first = beforeClosing(session, status);
        if (first) {
            Thread.startVirtualThread(() -> closeNow(session, status));
        }
        return first;
    }

    private static void closeNow(WebSocketSession session, CloseStatus status) {
        try {
            session.close(status);
        }
        catch (IOException ex) {
            log.debug("A connection was already gone", ex);
        }
    }

    /**
     * From now on nothing is heard from it; soon the socket itself is gone.
     * @return whether this is the first to say so
     */
    static boolean beforeClosing(WebSocketSession session, CloseStatus status) {
        boolean first = session.getAttributes().put(CLOSING, true) == null;
        if (first && session instanceof NativeWebSocketSession it && it.getNativeSession() instanceof Session socket) {
            long grace = CloseStatus.SESSION_NOT_RELIABLE.equals(status) ? 0 : GRACE_MILLIS;
            CompletableFuture.delayedExecutor(grace, TimeUnit.MILLISECONDS, Thread::startVirtualThread)
                .execute(socket::disconnect);
        }
        return first;
    }

    /**
     * Closes after a last word, which a SockJS client may have to fetch with its next
     * request.
     */
    static void after(@Nullable WebSocketMessage<?> lastWord, WebSocketSession session) {
        if (!beforeClosing(WebSocketSessionDecorator.unwrap(session), CloseStatus.NORMAL)) {
            return;
        }
        Thread.startVirtualThread(() -> {
            try {
                if (lastWord != null) {
                    session.sendMessage(lastWord);
                }
            }
            catch (IOException ex) {
                log.debug("A connection was already gone", ex);
            }
            boolean bare = WebSocketSessionDecorator.unwrap(session) instanceof NativeWebSocketSession;
            CompletableFuture
                .delayedExecutor(bare ? 0 : GRACE_MILLIS, TimeUnit.MILLISECONDS, Thread::startVirtualThread)
                .execute(() -> closeNow(session, CloseStatus.NORMAL));
        });
    }

    static boolean hasBegun(Map<String, Object> attributes) {
        return attributes.containsKey(CLOSING);
    }

}

package io.deskbell.realtime.stomp;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.deskbell.realtime.ClientConnection;
import io.deskbell.realtime.Subscriptions;
import io.deskbell.realtime.jetty.ForcedClose;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.SimpMessageType;
import org.springframework.messaging.support.ChannelInterceptor;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.WebSocketSessionDecorator;

/**
 * Heart-beats (STOMP 1.2, "Heart-beating"): what was agreed with each client, the beats
 * of the server, and closing connections whose client has gone silent. Spring's broker
 * has them too, but measures by the machine's clock, which may be set.
 */
@Slf4j
@Component
@RequiredArgsConstructor
public class HeartBeats implements ChannelInterceptor, InitializingBean, DisposableBean {

    private static final long OFFERED_MILLIS = 10_000;

    /**
     * For SockJS clients that want none: the server only notices a lost transport by
     * writing to it.
     */
    private static final long PROBE_MILLIS = 25_000;

    private static final long[] NONE = { 0, 0 };

    static final byte[] BEAT = "\n".getBytes(StandardCharsets.UTF_8);

    private final Subscriptions subscriptions;

    /** A thread of its own: a slow job elsewhere must not look like a dead server. */
    private final ScheduledExecutorService scheduler = Executors
        .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("deskbell-heartbeat").factory());

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // beat() lets nothing through
    public void afterPropertiesSet() {
        this.scheduler.scheduleWithFixedDelay(this::beat, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public void destroy() {
        this.scheduler.shutdown();
    }

    private void beat() {
        this.subscriptions.connections().forEach((connection) -> {
            try {
                beat(connection);
            }
            catch (RuntimeException ex) {
                log.warn("Failed to send a heart-beat", ex);
            }
        });
    }

    private static void beat(ClientConnection connection) {
        if (connection.activity().isLost()) {
            ForcedClose.close(connection.getDelegate(), CloseStatus.SESSION_NOT_RELIABLE);
        }
        else if (connection.activity().isDue()) {
            connection.write(List.of(BEAT));
        }
    }

    /** Adds the server's offer to CONNECTED and starts the heart-beats. */
    @Override
    public Message<?> preSend(Message<?> message, MessageChannel channel) {
        if (SimpMessageHeaderAccessor.getMessageType(message.getHeaders()) != SimpMessageType.CONNECT_ACK) {
            return message;
        }
        String sessionId = SimpMessageHeaderAccessor.getSessionId(message.getHeaders());
        ClientConnection connection = (sessionId != null) ? this.subscriptions.connection(sessionId) : null;
        if (connection != null && message.getHeaders()
            .get(SimpMessageHeaderAccessor.CONNECT_MESSAGE_HEADER) instanceof Message<?> connect) {
            begin(connection,
                    Objects.requireNonNullElse(SimpMessageHeaderAccessor.getHeartbeat(connect.getHeaders()), NONE));
        }
        SimpMessageHeaderAccessor connected = SimpMessageHeaderAccessor.wrap(message);
        connected.setHeader(SimpMessageHeaderAccessor.HEART_BEAT_HEADER, new long[] { OFFERED_MILLIS, OFFERED_MILLIS });
        return MessageBuilder.createMessage(message.getPayload(), connected.getMessageHeaders());
    }

    private static void begin(ClientConnection connection, long[] wished) {
        boolean bare = WebSocketSessionDecorator.unwrap(connection) instanceof NativeWebSocketSession;
        connection.activity().begin(agreed(wished[0], 0), agreed(wished[1], bare ? 0 : PROBE_MILLIS));
    }

    private static long agreed(long wished, long otherwise) {
        return (wished > 0) ? Math.max(wished, OFFERED_MILLIS) : otherwise;
    }

}

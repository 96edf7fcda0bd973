package io.deskbell.realtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.deskbell.realtime.stomp.MessageFrame;
import lombok.RequiredArgsConstructor;

import org.springframework.stereotype.Component;

/**
 * Delivers frames to the connections of this server. Frames sent by one thread reach each
 * connection in that order.
 */
@Component
@RequiredArgsConstructor
public class FrameDelivery {

    private static final ScopedValue<Together> TOGETHER = ScopedValue.newInstance();

    private final Subscriptions subscriptions;

    /** To all subscribers of the topic. */
    public void send(String topic, MessageFrame frame) {
        this.subscriptions.of(topic)
            .forEach((subscription) -> send(subscription.connection(), frame.encode(subscription.subscriptionId())));
    }

    /** To one subscription, if its connection is still open. */
    public void send(String sessionId, String subscriptionId, MessageFrame frame) {
        send(sessionId, frame.encode(subscriptionId));
    }

    /** An encoded frame to one connection, if it is still open. */
    public void send(String sessionId, byte[] frame) {
        ClientConnection connection = this.subscriptions.connection(sessionId);
        if (connection != null) {
            send(connection, frame);
        }
    }

    private static void send(ClientConnection connection, byte[] frame) {
        if (TOGETHER.isBound()) {
            TOGETHER.get().frames().computeIfAbsent(connection, (it) -> new ArrayList<>()).add(frame);
        }
        else {
            connection.write(List.of(frame));
        }
    }

    /** The last frame to a connection, which closes after it. */
    public static void sendLast(ClientConnection connection, byte[] frame) {
        if (TOGETHER.isBound()) {
            TOGETHER.get().last().add(() -> connection.closeAfter(frame));
        }
        else {
            connection.closeAfter(frame);
        }
    }

    /**
     * Collects what is sent meanwhile and writes it to each connection at once, at the
     * end.
     */
    void together(Runnable sends) {
        Together together = new Together(new LinkedHashMap<>(), new ArrayList<>());
        try {
            ScopedValue.where(TOGETHER, together).run(sends);
        }
        finally {
            together.frames().forEach(ClientConnection::write);
            together.last().forEach(Runnable::run);
        }
    }

    /** What was sent within {@link #together}. */
    private record Together(Map<ClientConnection, List<byte[]>> frames, List<Runnable> last) {
    }

}

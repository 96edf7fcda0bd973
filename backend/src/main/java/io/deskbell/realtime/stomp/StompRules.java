package io.deskbell.realtime.stomp;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import io.deskbell.realtime.AfterPendingMessages;
import io.deskbell.realtime.ClientConnection;
import io.deskbell.realtime.FrameDelivery;
import io.deskbell.realtime.OpenConnections;
import io.deskbell.realtime.Subscriptions;
import io.deskbell.realtime.jetty.ForcedClose;
import io.deskbell.shared.ProblemCode;
import io.deskbell.shared.Refusal;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.MessageDeliveryException;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.ChannelInterceptor;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.messaging.support.MessageHeaderAccessor;
import org.springframework.stereotype.Component;

/**
 * Enforces what STOMP 1.2 demands of a client's frames, whoever sends them and wherever
 * they go. A violation is answered by an ERROR frame and ends the connection; so do
 * transactions and acknowledgements, which this server does not support.
 */
@Component
@RequiredArgsConstructor
public class StompRules implements ChannelInterceptor {

    /** The supported versions, as an ERROR frame lists them. */
    static final String VERSIONS = "1.0,1.1,1.2";

    private static final List<String> NEWEST_FIRST = List.of("1.2", "1.1", "1.0");

    /** The version without an accept-version header (STOMP 1.2, "Connecting"). */
    private static final String OLDEST = "1.0";

    private static final String VERSION = StompRules.class.getName() + ".version";

    private static final Pattern LENGTH = Pattern.compile("\\d{1,9}");

    private final OpenConnections connections;

    private final Subscriptions subscriptions;

    private final ObjectProvider<AfterPendingMessages> afterPending;

    static boolean isConnect(@Nullable StompCommand command) {
        return command == StompCommand.CONNECT || command == StompCommand.STOMP;
    }

    @Override
    public @Nullable Message<?> preSend(Message<?> message, MessageChannel channel) {
        StompHeaderAccessor frame = MessageHeaderAccessor.getAccessor(message, StompHeaderAccessor.class);
        Map<String, Object> attributes = (frame != null) ? frame.getSessionAttributes() : null;
        if (frame == null || attributes == null) {
            return message;
        }
        if (OpenConnections.isGone(attributes)) {
            return (frame.getCommand() == StompCommand.DISCONNECT) ? message : null;
        }
        if (ForcedClose.hasBegun(attributes)) {
            return null;
        }
        StompCommand command = frame.getCommand();
        return (command != null) ? checked(command, message, frame, attributes) : message;
    }

    private @Nullable Message<?> checked(StompCommand command, Message<?> message, StompHeaderAccessor frame,
            Map<String, Object> attributes) {
        if (isConnect(command)) {
            return connect(message, frame, attributes);
        }
        String version = (String) attributes.get(VERSION);
        require(version != null, message, "Send CONNECT first.");
        String length = frame.getFirstNativeHeader(StompHeaderAccessor.STOMP_CONTENT_LENGTH_HEADER);
        require(length == null || LENGTH.matcher(length).matches(), message, "content-length needs a number of bytes.");
        return switch (command) {
            case SEND -> send(message, frame);
            case SUBSCRIBE, UNSUBSCRIBE -> subscription(command, message, frame, OLDEST.equals(version));
            case DISCONNECT -> {
                disconnect(frame);
                yield null;
            }
            default -> throw refused(message, "There are no transactions and no acknowledgements here.");
        };
    }

    private static Message<?> connect(Message<?> message, StompHeaderAccessor frame, Map<String, Object> attributes) {
        require(!attributes.containsKey(VERSION), message, "This connection has sent CONNECT already.");
        Set<String> accepted = frame.getAcceptVersion();
        String version = accepted.isEmpty() ? OLDEST
                : NEWEST_FIRST.stream()
                    .filter(accepted::contains)
                    .findFirst()
                    .orElseThrow(() -> refused(message, "This server speaks STOMP " + VERSIONS + "."));
        attributes.put(VERSION, version);
        return accepted.isEmpty() ? changed(message, (it) -> it.setAcceptVersion(version)) : message;
    }

    private static Message<?> send(Message<?> message, StompHeaderAccessor frame) {
        require(frame.getFirstNativeHeader("transaction") == null, message, "There are no transactions here.");
        return (frame.getReceipt() != null) ? changed(message, Receipts::asked) : message;
    }

    /** In STOMP 1.0 a subscription without an id goes by its destination. */
    private static Message<?> subscription(StompCommand command, Message<?> message, StompHeaderAccessor frame,
            boolean oldest) {
        String destination = frame.getDestination();
        String ack = frame.getFirstNativeHeader(StompHeaderAccessor.STOMP_ACK_HEADER);
        require(command == StompCommand.UNSUBSCRIBE || destination != null, message,
                "SUBSCRIBE needs the header destination.");
        require(ack == null || ack.equals("auto"), message, "The only ack here is auto.");
        boolean byDestination = oldest && frame.getSubscriptionId() == null && destination != null;
        require(byDestination || frame.getSubscriptionId() != null, message, command + " needs the header id.");
        Message<?> known = byDestination ? changed(message, (it) -> it.setSubscriptionId(destination)) : message;
        // The broker ignores one whose destination is not a topic.
        return (command == StompCommand.UNSUBSCRIBE)
                ? changed(known, (it) -> it.removeHeader(SimpMessageHeaderAccessor.DESTINATION_HEADER)) : known;
    }

    /**
     * The client no longer counts as connected, and none of its later frames is
     * processed. Its receipt follows those of its earlier frames; without a receipt a
     * heart-beat is the last frame before the close.
     */
    private void disconnect(StompHeaderAccessor frame) {
        String sessionId = Objects.requireNonNull(frame.getSessionId());
        ClientConnection connection = this.subscriptions.connection(sessionId);
        if (connection == null || !ForcedClose.begin(connection.getDelegate())) {
            return;
        }
        this.subscriptions.unregisterAllSubscriptions(sessionId);
        this.connections.left(sessionId);
        String receipt = frame.getReceipt();
        byte[] lastFrame = (receipt != null) ? Receipts.frame(receipt) : HeartBeats.BEAT;
        this.afterPending.getObject().then(() -> FrameDelivery.sendLast(connection, lastFrame));
    }

    private static Message<?> changed(Message<?> message, Consumer<StompHeaderAccessor> change) {
        StompHeaderAccessor copy = StompHeaderAccessor.wrap(message);
        change.accept(copy);
        return MessageBuilder.createMessage(message.getPayload(), copy.getMessageHeaders());
    }

    private static void require(boolean right, Message<?> message, String detail) {
        if (!right) {
            throw refused(message, detail);
        }
    }

    private static MessageDeliveryException refused(Message<?> message, String detail) {
        return new MessageDeliveryException(message, new Refusal(ProblemCode.INVALID_REQUEST, detail));
    }

}

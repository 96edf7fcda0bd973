package io.deskbell.realtime;

import java.util.Map;

import io.deskbell.realtime.Destination.Match;
import io.deskbell.realtime.Destination.Use;
import io.deskbell.shared.Caller;
import io.deskbell.shared.ProblemCode;
import io.deskbell.shared.Refusal;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.MessageDeliveryException;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.ChannelInterceptor;
import org.springframework.messaging.support.MessageHeaderAccessor;
import org.springframework.stereotype.Component;

/**
 * Lets in only what {@link Destination} declares. A refused SUBSCRIBE becomes an ERROR
 * frame, a refused SEND an entry on the error queue; neither tells what exists.
 */
@Component
@RequiredArgsConstructor
class AccessInterceptor implements ChannelInterceptor {

    private static final String CONNECTED = AccessInterceptor.class.getName() + ".connected";

    private final Memberships memberships;

    private final Rejections rejections;

    @Override
    public @Nullable Message<?> preSend(Message<?> message, MessageChannel channel) {
        StompHeaderAccessor frame = MessageHeaderAccessor.getAccessor(message, StompHeaderAccessor.class);
        StompCommand command = (frame != null) ? frame.getCommand() : null;
        if (frame == null || command == null) {
            return message;
        }
        return switch (command) {
            case CONNECT, STOMP -> connected(message, frame);
            case SUBSCRIBE -> subscribed(message, frame);
            case SEND -> sent(message, frame);
            case DISCONNECT -> disconnected(message, frame);
            case UNSUBSCRIBE -> message;
            default -> throw new MessageDeliveryException(message, new Refusal(ProblemCode.FORBIDDEN, "Not here."));
        };
    }

    private Message<?> connected(Message<?> message, StompHeaderAccessor frame) {
        if (!this.memberships.mayConnect(Caller.of(frame.getUser()))) {
            throw new MessageDeliveryException(message, new Refusal(ProblemCode.FORBIDDEN, "Sign in first."));
        }
        attributes(frame).put(CONNECTED, true);
        return message;
    }

    /** Nothing that still comes on this connection is taken. */
    private static Message<?> disconnected(Message<?> message, StompHeaderAccessor frame) {
        attributes(frame).remove(CONNECTED);
        return message;
    }

    private Message<?> subscribed(Message<?> message, StompHeaderAccessor frame) {
        ProblemCode refused = refusal(Use.SUBSCRIBE, frame);
        if (refused != null) {
            throw new MessageDeliveryException(message, new Refusal(refused, "You may not subscribe to this."));
        }
        return message;
    }

    private @Nullable Message<?> sent(Message<?> message, StompHeaderAccessor frame) {
        ProblemCode refused = refusal(Use.SEND, frame);
        if (refused == null) {
            return message;
        }
        this.rejections.reject(message, refused, "You may not send this.");
        return null;
    }

    private @Nullable ProblemCode refusal(Use use, StompHeaderAccessor frame) {
        Caller caller = Caller.of(frame.getUser());
        String destination = frame.getDestination();
        if (!attributes(frame).containsKey(CONNECTED)) {
            return ProblemCode.FORBIDDEN;
        }
        Match match = (destination != null) ? Destination.match(use, destination).orElse(null) : null;
        if (match == null) {
            return ProblemCode.NOT_FOUND;
        }
        boolean allowed = match.destination().getRoles().contains(caller.role())
                && (match.destination() != Destination.REGION || this.memberships.mayFollow(caller, match.variable()));
        return allowed ? null : ProblemCode.FORBIDDEN;
    }

    private static Map<String, Object> attributes(StompHeaderAccessor frame) {
        Map<String, Object> attributes = frame.getSessionAttributes();
        if (attributes == null) {
            throw new Refusal(ProblemCode.FORBIDDEN, "Connect first.");
        }
        return attributes;
    }

}

package io.deskbell.realtime;

import java.util.Map;

import io.deskbell.realtime.stomp.DestinationRule;
import io.deskbell.realtime.stomp.DestinationRule.Match;
import io.deskbell.realtime.stomp.DestinationRule.Use;
import io.deskbell.realtime.stomp.StompRules;
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
 * Lets in only what {@link DestinationRule} declares, of what {@link StompRules} lets
 * pass. A refused SUBSCRIBE becomes an ERROR frame, a refused SEND an entry on the error
 * queue; neither tells what exists.
 */
@Component
@RequiredArgsConstructor
class AccessInterceptor implements ChannelInterceptor {

    private final AccessPolicy policy;

    private final ConnectionLimits limits;

    private final RefusalPublisher refusals;

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
            default -> message;
        };
    }

    private Message<?> connected(Message<?> message, StompHeaderAccessor frame) {
        orError(message, () -> {
            Caller caller = Caller.of(frame.getUser());
            if (!this.policy.mayConnect(caller)) {
                throw new Refusal(ProblemCode.FORBIDDEN, "Sign in first.");
            }
            this.limits.connect(caller.username());
        });
        return message;
    }

    private Message<?> subscribed(Message<?> message, StompHeaderAccessor frame) {
        orError(message, () -> {
            check(match(Use.SUBSCRIBE, frame), frame, "You may not subscribe to this.");
            this.limits.subscribe(frame.getSessionId(), frame.getSubscriptionId(), attributes(frame));
        });
        return message;
    }

    /** What is refused becomes an ERROR frame, and with it the connection ends. */
    private static void orError(Message<?> message, Runnable check) {
        try {
            check.run();
        }
        catch (Refusal refusal) {
            throw new MessageDeliveryException(message, refusal);
        }
    }

    private @Nullable Message<?> sent(Message<?> message, StompHeaderAccessor frame) {
        try {
            Match match = match(Use.SEND, frame);
            if (match == null || match.destination() != DestinationRule.MESSAGE) {
                this.limits.frame(attributes(frame));
            }
            check(match, frame, "You may not send this.");
            return message;
        }
        catch (Refusal refusal) {
            this.refusals.refuse(message, refusal.getCode(), refusal.getDetail());
            return null;
        }
    }

    private static @Nullable Match match(Use use, StompHeaderAccessor frame) {
        String destination = frame.getDestination();
        return (destination != null) ? DestinationRule.match(use, destination).orElse(null) : null;
    }

    private void check(@Nullable Match match, StompHeaderAccessor frame, String detail) {
        if (match == null) {
            throw new Refusal(ProblemCode.NOT_FOUND, detail);
        }
        Caller caller = Caller.of(frame.getUser());
        if (!match.destination().getRoles().contains(caller.role()) || (match.destination() == DestinationRule.REGION
                && !this.policy.maySubscribe(caller, match.variable()))) {
            throw new Refusal(ProblemCode.FORBIDDEN, detail);
        }
    }

    private static Map<String, Object> attributes(StompHeaderAccessor frame) {
        Map<String, Object> attributes = frame.getSessionAttributes();
        if (attributes == null) {
            throw new Refusal(ProblemCode.FORBIDDEN, "Connect first.");
        }
        return attributes;
    }

}

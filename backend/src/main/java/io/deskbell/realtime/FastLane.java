package io.deskbell.realtime;

import io.deskbell.realtime.stomp.DestinationRule;
import io.deskbell.realtime.stomp.DestinationRule.Use;
import io.deskbell.shared.Caller;
import io.deskbell.shared.Refusal;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.ChannelInterceptor;
import org.springframework.messaging.support.MessageHeaderAccessor;
import org.springframework.stereotype.Component;
import org.springframework.util.MimeTypeUtils;

/**
 * The shortcut for chat messages. It comes after {@link AccessInterceptor}, so the sender
 * is connected and may send to this destination, and handles only frames that the
 * {@link FastLaneReceiver} accepts as they are.
 */
@Component
@RequiredArgsConstructor
class FastLane implements ChannelInterceptor {

    private final RealtimeSettings settings;

    private final ObjectProvider<FastLaneReceiver> receiver;

    private final RefusalPublisher refusals;

    @Override
    public @Nullable Message<?> preSend(Message<?> message, MessageChannel channel) {
        StompHeaderAccessor frame = MessageHeaderAccessor.getAccessor(message, StompHeaderAccessor.class);
        return (frame != null && fits(frame) && isTaken(message, frame)) ? null : message;
    }

    private boolean fits(StompHeaderAccessor frame) {
        return this.settings.fastLane() && frame.getCommand() == StompCommand.SEND && frame.getReceipt() == null
                && MimeTypeUtils.APPLICATION_JSON.equals(frame.getContentType());
    }

    private boolean isTaken(Message<?> message, StompHeaderAccessor frame) {
        String destination = frame.getDestination();
        String sessionId = frame.getSessionId();
        if (destination == null || sessionId == null || !(message.getPayload() instanceof byte[] body)) {
            return false;
        }
        String callId = DestinationRule.match(Use.SEND, destination)
            .filter((match) -> match.destination() == DestinationRule.MESSAGE)
            .map(DestinationRule.Match::variable)
            .orElse(null);
        if (callId == null) {
            return false;
        }
        try {
            return this.receiver.getObject().take(Caller.of(frame.getUser()), callId, body, sessionId);
        }
        catch (Refusal refusal) {
            this.refusals.refuse(message, refusal.getCode(), refusal.getDetail());
            return true;
        }
    }

}

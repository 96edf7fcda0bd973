package io.deskbell.realtime;

import io.deskbell.realtime.stomp.DestinationRule.Use;
import io.deskbell.realtime.stomp.DestinationRule;
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
 * The short way in for chat messages. It comes after {@link AccessInterceptor}, so that
 * whoever gets here has connected and may send there, and takes only what the
 * {@link FastLaneReceiver} finds plainly right.
 */
@Component
@RequiredArgsConstructor
class FastLane implements ChannelInterceptor {

    private final RealtimeSettings settings;

    private final ObjectProvider<FastLaneReceiver> receiver;

    private final Rejections rejections;

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
            this.rejections.reject(message, refusal.getCode(), refusal.getDetail());
            return true;
        }
    }

}

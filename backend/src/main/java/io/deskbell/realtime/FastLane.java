package io.deskbell.realtime;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import io.deskbell.realtime.Destination.Use;
import io.deskbell.shared.Caller;
import io.deskbell.shared.Refusal;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.ChannelInterceptor;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.messaging.support.MessageHeaderAccessor;
import org.springframework.stereotype.Component;
import org.springframework.util.MimeTypeUtils;

/**
 * The short way in for chat messages. It comes after {@link AccessInterceptor}, so that
 * whoever gets here has connected and may send there, and takes only what the
 * {@link Intake} finds plainly right.
 */
@Component
class FastLane implements ChannelInterceptor {

    private static final String HEARD = FastLane.class.getName() + ".heard";

    private static final long BETWEEN_BEATS_NANOS = TimeUnit.SECONDS.toNanos(3);

    private final RealtimeSettings settings;

    private final ObjectProvider<Intake> intake;

    private final Rejections rejections;

    private final LongSupplier nanoTime;

    @Autowired
    FastLane(RealtimeSettings settings, ObjectProvider<Intake> intake, Rejections rejections) {
        this(settings, intake, rejections, System::nanoTime);
    }

    FastLane(RealtimeSettings settings, ObjectProvider<Intake> intake, Rejections rejections, LongSupplier nanoTime) {
        this.settings = settings;
        this.intake = intake;
        this.rejections = rejections;
        this.nanoTime = nanoTime;
    }

    @Override
    public @Nullable Message<?> preSend(Message<?> message, MessageChannel channel) {
        StompHeaderAccessor frame = MessageHeaderAccessor.getAccessor(message, StompHeaderAccessor.class);
        return (frame != null && fits(frame) && isTaken(message, frame)) ? signOfLife(frame) : message;
    }

    private boolean fits(StompHeaderAccessor frame) {
        return this.settings.fastLane() && frame.getCommand() == StompCommand.SEND
                && MimeTypeUtils.APPLICATION_JSON.equals(frame.getContentType());
    }

    private boolean isTaken(Message<?> message, StompHeaderAccessor frame) {
        String destination = frame.getDestination();
        String sessionId = frame.getSessionId();
        if (destination == null || sessionId == null || !(message.getPayload() instanceof byte[] body)) {
            return false;
        }
        String callId = Destination.match(Use.SEND, destination)
            .filter((match) -> match.destination() == Destination.MESSAGE)
            .map(Destination.Match::variable)
            .orElse(null);
        if (callId == null) {
            return false;
        }
        try {
            return this.intake.getObject().take(Caller.of(frame.getUser()), callId, body, sessionId);
        }
        catch (Refusal refusal) {
            this.rejections.reject(message, refusal.getCode(), refusal.getDetail());
            return true;
        }
    }

    /**
     * The broker closes a connection of which it has heard nothing for 30 s, and does not
     * hear of what is taken here: now and then it is given a heart-beat instead.
     */
    private @Nullable Message<?> signOfLife(StompHeaderAccessor frame) {
        Map<String, Object> attributes = frame.getSessionAttributes();
        long now = this.nanoTime.getAsLong();
        if (attributes == null || (attributes.get(HEARD) instanceof Long heard && now - heard < BETWEEN_BEATS_NANOS)) {
            return null;
        }
        attributes.put(HEARD, now);
        StompHeaderAccessor beat = StompHeaderAccessor.createForHeartbeat();
        beat.setSessionId(frame.getSessionId());
        beat.setSessionAttributes(attributes);
        beat.setUser(frame.getUser());
        return MessageBuilder.createMessage(new byte[0], beat.getMessageHeaders());
    }

}

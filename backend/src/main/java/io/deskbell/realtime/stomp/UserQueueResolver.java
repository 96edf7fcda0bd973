package io.deskbell.realtime.stomp;

import java.security.Principal;
import java.util.Set;

import io.deskbell.realtime.Publisher;
import org.jspecify.annotations.Nullable;

import org.springframework.messaging.Message;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.SimpMessageType;
import org.springframework.messaging.simp.user.UserDestinationResolver;
import org.springframework.messaging.simp.user.UserDestinationResult;

/**
 * Turns a subscription to {@code /user/queue/…} into one to a topic of that person, so
 * that no registry is asked and a broker keeps nothing behind. Clients can't SEND to
 * {@code /user} at all, and {@link Publisher} names the topics itself.
 */
public class UserQueueResolver implements UserDestinationResolver {

    @Override
    public @Nullable UserDestinationResult resolveDestination(Message<?> message) {
        String destination = SimpMessageHeaderAccessor.getDestination(message.getHeaders());
        Principal user = SimpMessageHeaderAccessor.getUser(message.getHeaders());
        String sessionId = SimpMessageHeaderAccessor.getSessionId(message.getHeaders());
        boolean subscribing = SimpMessageHeaderAccessor
            .getMessageType(message.getHeaders()) == SimpMessageType.SUBSCRIBE;
        if (!subscribing || destination == null || user == null || sessionId == null
                || !destination.startsWith(TopicNames.USER_PREFIX + "/")) {
            return null;
        }
        String topic = TopicNames.queue(user.getName(), sessionId,
                destination.substring(TopicNames.USER_PREFIX.length()));
        return new UserDestinationResult(destination, Set.of(topic), destination, user.getName(), Set.of(sessionId));
    }

}

package io.deskbell.realtime;

import java.security.Principal;

import io.deskbell.realtime.Destination.Use;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.ChannelInterceptor;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.messaging.support.MessageHeaderAccessor;
import org.springframework.stereotype.Component;

/**
 * What follows a subscription once it receives. Spring's simple broker answers no
 * {@code receipt} header of a SUBSCRIBE (STOMP 1.2, "Header receipt"), so it is answered
 * here; the inbound channel runs in the reader's own thread, hence the broker is done
 * when this is called.
 */
@Component
class SubscriptionInterceptor implements ChannelInterceptor {

    private final ApplicationEventPublisher events;

    private final MessageChannel outbound;

    SubscriptionInterceptor(ApplicationEventPublisher events,
            @Lazy @Qualifier("clientOutboundChannel") MessageChannel outbound) {
        this.events = events;
        this.outbound = outbound;
    }

    @Override
    public void afterSendCompletion(Message<?> message, MessageChannel channel, boolean sent, @Nullable Exception ex) {
        StompHeaderAccessor frame = MessageHeaderAccessor.getAccessor(message, StompHeaderAccessor.class);
        if (frame == null || !sent || ex != null) {
            return;
        }
        StompCommand command = frame.getCommand();
        if ((command == StompCommand.SUBSCRIBE || command == StompCommand.UNSUBSCRIBE) && frame.getReceipt() != null) {
            acknowledge(frame);
        }
        if (command == StompCommand.SUBSCRIBE) {
            announce(frame);
        }
    }

    private void acknowledge(StompHeaderAccessor frame) {
        StompHeaderAccessor receipt = StompHeaderAccessor.create(StompCommand.RECEIPT);
        receipt.setReceiptId(frame.getReceipt());
        receipt.setSessionId(frame.getSessionId());
        receipt.setUser(frame.getUser());
        this.outbound.send(MessageBuilder.createMessage(new byte[0], receipt.getMessageHeaders()));
    }

    private void announce(StompHeaderAccessor frame) {
        String destination = frame.getDestination();
        String session = frame.getSessionId();
        String subscription = frame.getSubscriptionId();
        Principal user = frame.getUser();
        if (destination == null || session == null || subscription == null || user == null) {
            return;
        }
        Destination.match(Use.SUBSCRIBE, destination)
            .filter((match) -> match.destination() == Destination.REGION)
            .ifPresent((match) -> this.events
                .publishEvent(new RegionFollowed(match.variable(), session, subscription, user)));
    }

}

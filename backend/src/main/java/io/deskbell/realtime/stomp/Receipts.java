package io.deskbell.realtime.stomp;

import java.security.Principal;
import java.util.concurrent.atomic.AtomicBoolean;

import io.deskbell.realtime.AfterPendingMessages;
import io.deskbell.realtime.FrameDelivery;
import io.deskbell.realtime.RegionSubscribed;
import io.deskbell.realtime.stomp.DestinationRule.Use;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompEncoder;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.ChannelInterceptor;
import org.springframework.messaging.support.MessageHeaderAccessor;
import org.springframework.stereotype.Component;

/**
 * What follows a processed frame: its RECEIPT (STOMP 1.2, "Header receipt"), which
 * Spring's simple broker does not send, and the event that a region was subscribed to.
 * The inbound channel runs in the reader's own thread, hence the frame has been processed
 * when this is called; a chat message is stored, and so acknowledged, a little later.
 */
@Component
@RequiredArgsConstructor
public class Receipts implements ChannelInterceptor {

    private static final String REFUSED = Receipts.class.getName() + ".refused";

    private static final StompEncoder ENCODER = new StompEncoder();

    private final ApplicationEventPublisher events;

    private final FrameDelivery delivery;

    private final ObjectProvider<AfterPendingMessages> afterPending;

    /** Lets the frame remember whether it is refused later. */
    static void asked(StompHeaderAccessor frame) {
        frame.setHeader(REFUSED, new AtomicBoolean());
    }

    /** A refused frame has been answered by an error, and has no receipt. */
    public static void refused(Message<?> frame) {
        if (frame.getHeaders().get(REFUSED) instanceof AtomicBoolean refused) {
            refused.set(true);
        }
    }

    static byte[] frame(String id) {
        StompHeaderAccessor receipt = StompHeaderAccessor.create(StompCommand.RECEIPT);
        receipt.setReceiptId(id);
        return ENCODER.encode(receipt.getMessageHeaders(), new byte[0]);
    }

    @Override
    public void afterSendCompletion(Message<?> message, MessageChannel channel, boolean sent, @Nullable Exception ex) {
        StompHeaderAccessor frame = MessageHeaderAccessor.getAccessor(message, StompHeaderAccessor.class);
        if (frame == null || !sent || ex != null) {
            return;
        }
        StompCommand command = frame.getCommand();
        if (command == StompCommand.SEND && frame.getReceipt() != null) {
            this.afterPending.getObject().then(() -> acknowledge(frame));
        }
        else if (command == StompCommand.SUBSCRIBE || command == StompCommand.UNSUBSCRIBE) {
            acknowledge(frame);
        }
        if (command == StompCommand.SUBSCRIBE) {
            announce(frame);
        }
    }

    private void acknowledge(StompHeaderAccessor frame) {
        String receipt = frame.getReceipt();
        String sessionId = frame.getSessionId();
        boolean refused = frame.getHeader(REFUSED) instanceof AtomicBoolean it && it.get();
        if (receipt != null && sessionId != null && !refused) {
            this.delivery.send(sessionId, frame(receipt));
        }
    }

    private void announce(StompHeaderAccessor frame) {
        String destination = frame.getDestination();
        String session = frame.getSessionId();
        String subscription = frame.getSubscriptionId();
        Principal user = frame.getUser();
        if (destination == null || session == null || subscription == null || user == null) {
            return;
        }
        DestinationRule.match(Use.SUBSCRIBE, destination)
            .filter((match) -> match.destination() == DestinationRule.REGION)
            .ifPresent((match) -> this.events
                .publishEvent(new RegionSubscribed(match.variable(), session, subscription, user)));
    }

}

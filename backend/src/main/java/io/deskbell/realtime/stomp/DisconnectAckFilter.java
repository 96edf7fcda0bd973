package io.deskbell.realtime.stomp;

import org.jspecify.annotations.Nullable;

import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.SimpMessageType;
import org.springframework.messaging.support.ChannelInterceptor;

/**
 * Keeps back how Spring's broker answers a DISCONNECT, which it hears of even where it
 * was taken from the channel: by a second RECEIPT, or by an ERROR frame where none was
 * asked for. {@link StompRules} answers all of them.
 */
public class DisconnectAckFilter implements ChannelInterceptor {

    @Override
    public @Nullable Message<?> preSend(Message<?> message, MessageChannel channel) {
        SimpMessageType type = SimpMessageHeaderAccessor.getMessageType(message.getHeaders());
        return (type == SimpMessageType.DISCONNECT_ACK) ? null : message;
    }

}

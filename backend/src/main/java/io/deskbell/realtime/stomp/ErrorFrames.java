package io.deskbell.realtime.stomp;

import io.deskbell.shared.ProblemCode;
import io.deskbell.shared.Refusal;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;

import org.springframework.messaging.Message;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.messaging.support.MessageHeaderAccessor;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.messaging.StompSubProtocolErrorHandler;

/**
 * ERROR frames (STOMP 1.2: the server closes after one) with our code in the header
 * {@code code}, so that a client knows a lasting refusal from a lost connection; nothing
 * of our insides.
 */
@Slf4j
@Component
public class ErrorFrames extends StompSubProtocolErrorHandler {

    @Override
    public @Nullable Message<byte[]> handleClientMessageProcessingError(@Nullable Message<byte[]> clientMessage,
            Throwable ex) {
        Refusal refusal = refusalIn(ex);
        StompHeaderAccessor error = StompHeaderAccessor.create(StompCommand.ERROR);
        error.setMessage(refusal.getDetail());
        error.setNativeHeader("code", refusal.getCode().name());
        StompHeaderAccessor frame = (clientMessage != null)
                ? MessageHeaderAccessor.getAccessor(clientMessage, StompHeaderAccessor.class) : null;
        if (frame != null && frame.getReceipt() != null) {
            error.setReceiptId(frame.getReceipt());
        }
        if (frame != null && StompRules.isConnect(frame.getCommand())) {
            error.setNativeHeader("version", StompRules.VERSIONS);
        }
        return MessageBuilder.createMessage(new byte[0], error.getMessageHeaders());
    }

    private static Refusal refusalIn(Throwable ex) {
        for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
            if (cause instanceof AccessDeniedException) {
                return new Refusal(ProblemCode.FORBIDDEN, "Send the X-XSRF-TOKEN header with CONNECT.");
            }
        }
        log.info("Failed to handle a frame: {}", ex.toString());
        return new Refusal(ProblemCode.INVALID_REQUEST, "This frame could not be understood.");
    }

}

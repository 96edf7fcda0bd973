package io.deskbell.realtime;

import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.MessagingException;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.SimpMessageSendingOperations;
import org.springframework.messaging.simp.SimpMessageType;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.MimeTypeUtils;

/**
 * The one way out to clients. Within a transaction it waits for the commit: a client
 * never hears of what could still be lost. A frame that can't be sent is logged and left
 * to the client's resume.
 */
@Slf4j
@Component
public class Publisher {

    private final SimpMessageSendingOperations broker;

    private final MessageChannel outbound;

    private final JsonMapper mapper;

    Publisher(@Lazy SimpMessageSendingOperations broker,
            @Lazy @Qualifier("clientOutboundChannel") MessageChannel outbound, JsonMapper mapper) {
        this.broker = broker;
        this.outbound = outbound;
        this.mapper = mapper;
    }

    /** To all who follow a region. */
    public void toRegion(String code, Object body) {
        byte[] json = json(body);
        afterCommit(() -> broadcast(Topics.region(code), null, json));
    }

    /** To every connection of one person or desk. */
    public void toUser(String username, Queue queue, Object body) {
        byte[] json = json(body);
        afterCommit(() -> broadcast(Topics.queue(username, queue.path()), queue.destination(), json));
    }

    /** To the one connection that has just begun to follow a region. */
    public void toFollower(RegionFollowed follower, Object body) {
        byte[] json = json(body);
        SimpMessageHeaderAccessor headers = headers();
        headers.setSessionId(follower.sessionId());
        headers.setSubscriptionId(follower.subscriptionId());
        headers.setDestination(Topics.region(follower.region()));
        headers.setUser(follower.user());
        afterCommit(() -> deliver(
                () -> this.outbound.send(MessageBuilder.createMessage(json, headers.getMessageHeaders()))));
    }

    /** Tells one connection that what it asked for was refused. */
    void toSession(String sessionId, Rejection rejection) {
        broadcast(Topics.errors(sessionId), Queue.ERRORS.destination(), json(rejection));
    }

    private byte[] json(Object body) {
        return this.mapper.writeValueAsBytes(body);
    }

    private void broadcast(String topic, @Nullable String shownAs, byte[] json) {
        SimpMessageHeaderAccessor headers = headers();
        if (shownAs != null) {
            headers.setNativeHeader(SimpMessageHeaderAccessor.ORIGINAL_DESTINATION, shownAs);
        }
        deliver(() -> this.broker.send(topic, MessageBuilder.createMessage(json, headers.getMessageHeaders())));
    }

    private static SimpMessageHeaderAccessor headers() {
        SimpMessageHeaderAccessor headers = SimpMessageHeaderAccessor.create(SimpMessageType.MESSAGE);
        headers.setContentType(MimeTypeUtils.APPLICATION_JSON);
        headers.setLeaveMutable(true);
        return headers;
    }

    private static void deliver(Runnable sending) {
        try {
            sending.run();
        }
        catch (MessagingException ex) {
            log.warn("A frame could not be sent; its receivers will resume", ex);
        }
    }

    /**
     * Runs this when the transaction has committed, at once where none runs, and never if
     * it fails.
     */
    public void afterCommit(Runnable sending) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            sending.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                sending.run();
            }
        });
    }

}

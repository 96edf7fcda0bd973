package io.deskbell.realtime;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

import io.deskbell.realtime.stomp.MessageFrame;
import io.deskbell.realtime.stomp.RefusedFrame;
import io.deskbell.realtime.stomp.TopicNames;
import io.deskbell.shared.database.DiskSync;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.messaging.MessagingException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The only way to publish to clients. Within a transaction it waits until the commit is
 * on the disk: a client never sees what could still be lost. A frame that can't be sent
 * is logged; its receivers fetch it when they resume.
 */
@Slf4j
@Component
@RequiredArgsConstructor
public class Publisher {

    private final FrameDelivery delivery;

    private final DiskSync storage;

    private final JsonMapper mapper;

    /** To all subscribers of a region. */
    public void toRegion(String code, Object body) {
        byte[] json = json(body);
        String topic = TopicNames.region(code);
        afterCommit(() -> deliver(List.of(topic), topic, json));
    }

    /** To every connection of one person or desk. */
    public void toUser(String username, PersonalQueue queue, Object body) {
        toUsers(List.of(username), queue, body);
    }

    /** To every connection of several people or desks; encoded once. */
    public void toUsers(Collection<String> usernames, PersonalQueue queue, Object body) {
        byte[] json = json(body);
        List<String> topics = usernames.stream().map((username) -> TopicNames.queue(username, queue.path())).toList();
        afterCommit(() -> deliver(topics, queue.destination(), json));
    }

    /** To the one connection that has just subscribed to a region. */
    public void toFollower(RegionSubscribed follower, Object body) {
        MessageFrame frame = new MessageFrame(TopicNames.region(follower.region()), json(body));
        afterCommit(() -> this.delivery.send(follower.sessionId(), follower.subscriptionId(), frame));
    }

    /** Informs one connection that its frame was refused. */
    void toSession(String sessionId, RefusedFrame refused) {
        deliver(List.of(TopicNames.errors(sessionId)), PersonalQueue.ERRORS.destination(), json(refused));
    }

    /**
     * Collects what is sent meanwhile and writes it to each connection at once, at the
     * end.
     */
    public void together(Runnable sends) {
        this.delivery.together(sends);
    }

    private byte[] json(Object body) {
        return this.mapper.writeValueAsBytes(body);
    }

    private void deliver(Collection<String> topics, String shownAs, byte[] json) {
        MessageFrame frame = new MessageFrame(shownAs, json);
        try {
            topics.forEach((topic) -> this.delivery.send(topic, frame));
        }
        catch (MessagingException ex) {
            log.warn("Failed to send a frame; its receivers will resume", ex);
        }
    }

    /**
     * Runs this once the transaction has committed and is on the disk, together with
     * everything else that waits for it; at once without a transaction, and never after a
     * rollback.
     */
    public void afterCommit(Runnable sending) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            sending.run();
            return;
        }
        if (!(TransactionSynchronizationManager.getResource(this) instanceof Waiting waiting)) {
            new Waiting(sending).begin();
            return;
        }
        waiting.sends.add(sending);
    }

    /**
     * What waits for the end of one transaction. Each goes to all its receivers before
     * the next goes to any: of an alert and its note, the alert must not wait.
     */
    private final class Waiting implements TransactionSynchronization {

        private final Deque<Runnable> sends = new ArrayDeque<>();

        Waiting(Runnable first) {
            this.sends.add(first);
        }

        void begin() {
            resume();
            TransactionSynchronizationManager.registerSynchronization(this);
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(Publisher.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Publisher.this, this);
        }

        @Override
        public void afterCommit() {
            Publisher.this.storage.force();
            // What goes out may have more to follow, as the end of a conversation does.
            for (Runnable next = this.sends.poll(); next != null; next = this.sends.poll()) {
                next.run();
            }
        }

        @Override
        public void afterCompletion(int status) {
            suspend();
        }

    }

}

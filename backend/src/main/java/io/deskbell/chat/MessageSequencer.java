package io.deskbell.chat;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

import io.deskbell.call.CallState;
import io.deskbell.call.CallTimesShifted;
import io.deskbell.call.view.CallParticipants;
import io.deskbell.call.view.CallQueries;
import io.deskbell.shared.Caller;
import io.deskbell.shared.ProblemCode;
import io.deskbell.shared.Refusal;
import io.deskbell.shared.time.ClockJumped;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Stores messages in groups. Only the writer's thread calls it. */
@Component
@RequiredArgsConstructor
class MessageSequencer {

    private final CallQueries calls;

    private final MessageIndexCache indexes;

    private final Messages messages;

    private final MessageStore store;

    private final SenderNames names;

    private final Clock clock;

    /** Held while storing a batch, and while moving stored times with the clock. */
    private final ReentrantLock storing = new ReentrantLock();

    /**
     * Gives each new message its seq and stores all of them; a repeated one keeps its
     * own. If two servers write to one call at once they take the same seq; the table's
     * key lets one of them have it, and the other tries again.
     * @return what became of each, in the given order, to be published once the store has
     * made it durable
     */
    List<StoreResult> store(List<MessageSubmission> group) {
        Set<UUID> ids = group.stream().map(MessageSubmission::callId).collect(Collectors.toSet());
        this.storing.lock();
        try {
            return place(group, ids);
        }
        catch (DuplicateKeyException ex) {
            this.indexes.forget(ids);
            return place(group, ids);
        }
        finally {
            this.storing.unlock();
        }
    }

    /** Stores nothing until the clock, and all stored times with it, have been moved. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(ClockJumped moved) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

            @Override
            public void afterCompletion(int status) {
                MessageSequencer.this.indexes.forgetAll();
                MessageSequencer.this.storing.unlock();
            }

        });
        this.storing.lock();
    }

    /** Messages move in time with their call. */
    @EventListener
    void on(CallTimesShifted call) {
        this.messages.move(call);
    }

    private List<StoreResult> place(List<MessageSubmission> group, Set<UUID> ids) {
        Places places = new Places(this.clock.instant());
        try {
            List<StoreResult> outcomes = group.stream().map(places::outcome).toList();
            this.store.store(List.copyOf(places.added.values()));
            return outcomes;
        }
        catch (RuntimeException ex) {
            this.indexes.forget(ids);
            throw ex;
        }
    }

    /** What became of a submission. */
    sealed interface StoreResult {

        /** It is stored now or was before; this is its copy. */
        record Stored(MessageSubmission submission, CallParticipants participants,
                Message message) implements StoreResult {
        }

        /** It was not stored. */
        record Refused(MessageSubmission submission, Refusal refusal) implements StoreResult {
        }

    }

    /** The places that the messages of one group take. */
    private final class Places {

        private final Instant now;

        private final Map<Long, SequencedMessage> added = new LinkedHashMap<>();

        Places(Instant now) {
            this.now = now;
        }

        StoreResult outcome(MessageSubmission submission) {
            CallParticipants participants = MessageSequencer.this.calls.participants(submission.callId()).orElse(null);
            String sender = submission.sender().username();
            if (participants == null || !participants.isOf(sender)) {
                return new StoreResult.Refused(submission, Refusal.notFound());
            }
            CallState state = participants.state();
            boolean writable = participants.mayWrite(sender);
            if (state == CallState.RINGING && !writable) {
                return new StoreResult.Refused(submission,
                        new Refusal(ProblemCode.WRONG_STATE, "Nobody has answered this call yet."));
            }
            boolean readable = writable || !sender.equals(participants.desk());
            Message stored = readable ? stored(participants, submission) : null;
            if (stored != null) {
                return new StoreResult.Stored(submission, participants, stored);
            }
            if (!writable) {
                return new StoreResult.Refused(submission, new Refusal(ProblemCode.CALL_OVER, "This call is over."));
            }
            return new StoreResult.Stored(submission, participants, add(participants, submission));
        }

        private @Nullable Message stored(CallParticipants participants, MessageSubmission submission) {
            String sender = submission.sender().username();
            int seq = MessageSequencer.this.indexes.of(participants).seqOf(sender, submission.clientId());
            if (seq == 0) {
                return null;
            }
            return Optional.ofNullable(this.added.get(MessageKey.of(participants, seq)))
                .map(SequencedMessage::message)
                .or(() -> MessageSequencer.this.messages.get(participants, seq))
                .filter((it) -> it.username().equals(sender) && it.clientId().equals(submission.clientId()))
                .orElse(null);
        }

        private Message add(CallParticipants participants, MessageSubmission submission) {
            Caller sender = submission.sender();
            MessageIndex index = MessageSequencer.this.indexes.of(participants);
            Instant at = index.notBeforeTheLast(this.now);
            int seq = index.next(sender.username(), submission.clientId(), at);
            Message message = new Message(participants.id(), seq, submission.clientId(), sender.username(),
                    MessageSequencer.this.names.of(sender), submission.contents(), at);
            this.added.put(MessageKey.of(participants, seq), new SequencedMessage(participants, message));
            return message;
        }

    }

}

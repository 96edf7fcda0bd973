package io.deskbell.chat;

import java.util.List;
import java.util.concurrent.SynchronousQueue;

import io.deskbell.call.view.CallParticipants;
import io.deskbell.chat.MessageSequencer.StoreResult;
import io.deskbell.realtime.PersonalQueue;
import io.deskbell.realtime.Publisher;
import io.deskbell.shared.ProblemCode;
import io.deskbell.shared.Refusal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import lombok.extern.slf4j.Slf4j;

import org.springframework.stereotype.Component;

/**
 * Publishes the messages that the {@link MessageWriter} has stored, in its order, and
 * only once the store has made them durable.
 */
@Slf4j
@Component
class MessageDispatcher {

    /**
     * A {@link SynchronousQueue} keeps the writer at most one batch ahead, and lets the
     * next one grow while it waits. Further ahead it would store smaller batches, at the
     * cost of a commit each.
     */
    private final BatchWorker<Entry> worker = new BatchWorker<>("deskbell-dispatcher", new SynchronousQueue<>(), 1,
            this::handle);

    private final MessageStore store;

    private final Publisher publisher;

    private final Counter refusals;

    MessageDispatcher(MessageStore store, Publisher publisher, MeterRegistry meters) {
        this.store = store;
        this.publisher = publisher;
        this.refusals = meters.counter("deskbell.messages.refused");
    }

    /** Publishes the results of a batch. */
    void dispatch(List<StoreResult> batch) {
        this.worker.put(new Entry.Batch(batch));
    }

    /** Runs this after all batches before it. */
    void then(Runnable action) {
        this.worker.put(new Entry.Action(action));
    }

    private void handle(List<Entry> entries) {
        boolean durable = isDurable(entries);
        this.publisher.together(() -> entries.forEach((entry) -> {
            switch (entry) {
                case Entry.Batch(List<StoreResult> batch) -> batch.forEach((outcome) -> publish(outcome, durable));
                case Entry.Action(Runnable action) -> action.run();
            }
        }));
    }

    /** One sync is enough for all batches stored so far. */
    private boolean isDurable(List<Entry> entries) {
        if (entries.stream().noneMatch(Entry.Batch.class::isInstance)) {
            return true;
        }
        try {
            this.store.makeDurable();
            return true;
        }
        catch (RuntimeException ex) {
            log.error("Failed to force {} batches of messages to the disk", entries.size(), ex);
            return false;
        }
    }

    private void publish(StoreResult outcome, boolean durable) {
        switch (outcome) {
            case StoreResult.Stored stored when !durable -> refuse(stored.submission(), unavailable());
            case StoreResult.Stored(MessageSubmission submission, CallParticipants participants, Message message) ->
                this.publisher.toUsers(participants.listeners(), PersonalQueue.MESSAGES, message);
            case StoreResult.Refused(MessageSubmission submission, Refusal refusal) -> refuse(submission, refusal);
        }
    }

    private void refuse(MessageSubmission submission, Refusal refusal) {
        this.refusals.increment();
        submission.refused().accept(refusal);
    }

    static Refusal unavailable() {
        return new Refusal(ProblemCode.UNAVAILABLE, "The message could not be stored. Try again in a moment.");
    }

    void start() {
        this.worker.start();
    }

    void stop() {
        this.worker.stop();
    }

    boolean isAlive() {
        return this.worker.isAlive();
    }

    /** What waits for the dispatcher. */
    private sealed interface Entry {

        /** The results of a batch of messages. */
        record Batch(List<StoreResult> outcomes) implements Entry {
        }

        /** Something to run after all batches before it. */
        record Action(Runnable action) implements Entry {
        }

    }

}

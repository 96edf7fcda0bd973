package io.deskbell.chat;

import java.util.List;
import java.util.concurrent.SynchronousQueue;

import io.deskbell.call.CallParticipants;
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
 * Sends the copies of what the {@link MessageWriter} has stored, in its order, and only
 * once the store makes sure of it.
 */
@Slf4j
@Component
class MessageDispatcher {

    /**
     * The writer hands over from hand to hand: it is at most one group ahead, and while
     * it waits the next one grows. Further ahead it would store smaller groups, at the
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

    /** Tells what became of a group. */
    void tell(List<StoreResult> group) {
        this.worker.put(new Entry.Group(group));
    }

    /** Tells this after all groups before it. */
    void then(Runnable news) {
        this.worker.put(new Entry.News(news));
    }

    private void handle(List<Entry> entries) {
        boolean durable = isDurable(entries);
        this.publisher.together(() -> entries.forEach((entry) -> {
            switch (entry) {
                case Entry.Group(List<StoreResult> group) -> group.forEach((outcome) -> tell(outcome, durable));
                case Entry.News(Runnable news) -> news.run();
            }
        }));
    }

    /** One look at the disk is enough for all groups that lie in the store by now. */
    private boolean isDurable(List<Entry> entries) {
        if (entries.stream().noneMatch(Entry.Group.class::isInstance)) {
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

    private void tell(StoreResult outcome, boolean durable) {
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

    /** What waits for the teller. */
    private sealed interface Entry {

        /** What became of a group of messages. */
        record Group(List<StoreResult> outcomes) implements Entry {
        }

        /** Something to tell after all that was said before it. */
        record News(Runnable news) implements Entry {
        }

    }

}

package io.deskbell.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

import io.deskbell.chat.MessageSequencer.StoreResult;
import io.deskbell.realtime.AfterPendingMessages;
import io.deskbell.shared.Refusal;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import lombok.extern.slf4j.Slf4j;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Writes messages: takes whatever has arrived, stores it in one transaction and passes it
 * on to the {@link MessageDispatcher}. While that waits for the disk, the next batch is
 * being stored.
 */
@Slf4j
@Component("writer")
class MessageWriter implements SmartLifecycle, AfterPendingMessages, HealthIndicator {

    /** Where it is full, the sender's own connection waits. */
    private static final int QUEUE = 4_000;

    private static final int GROUP = 1_000;

    private final BlockingQueue<Entry> arrived = new ArrayBlockingQueue<>(QUEUE);

    private final BatchWorker<Entry> worker = new BatchWorker<>("deskbell-writer", this.arrived, GROUP, this::handle);

    private final MessageSequencer sequencer;

    private final MessageDispatcher dispatcher;

    private final DistributionSummary groupSizes;

    MessageWriter(MessageSequencer sequencer, MessageDispatcher dispatcher, MeterRegistry meters) {
        this.sequencer = sequencer;
        this.dispatcher = dispatcher;
        this.groupSizes = meters.summary("deskbell.messages.group");
        meters.gaugeCollectionSize("deskbell.messages.waiting", List.of(), this.arrived);
    }

    /** Queues a message; waits while the queue is full. */
    void submit(MessageSubmission submission) {
        if (!this.worker.put(new Entry.Submitted(submission))) {
            submission.refused().accept(MessageDispatcher.unavailable());
        }
    }

    @Override
    public void then(Runnable action) {
        if (!this.worker.put(new Entry.Action(action))) {
            action.run();
        }
    }

    private void handle(List<Entry> entries) {
        List<MessageSubmission> submitted = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            switch (entry) {
                case Entry.Submitted(MessageSubmission submission) -> submitted.add(submission);
                case Entry.Action(Runnable action) -> {
                    store(submitted);
                    submitted.clear();
                    this.dispatcher.then(action);
                }
            }
        }
        store(submitted);
    }

    private void store(List<MessageSubmission> submissions) {
        if (!submissions.isEmpty()) {
            this.dispatcher.dispatch(stored(submissions));
        }
    }

    /**
     * A batch that the database rejects is halved until the bad message is alone and
     * refused; without a database all of it is refused at once.
     */
    private List<StoreResult> stored(List<MessageSubmission> submissions) {
        try {
            List<StoreResult> outcomes = this.sequencer.store(submissions);
            this.groupSizes.record(submissions.size());
            return outcomes;
        }
        catch (DataIntegrityViolationException ex) {
            if (submissions.size() == 1) {
                log.error("Failed to store a message", ex);
                return refused(submissions);
            }
            int half = submissions.size() / 2;
            List<StoreResult> outcomes = new ArrayList<>(stored(submissions.subList(0, half)));
            outcomes.addAll(stored(submissions.subList(half, submissions.size())));
            return outcomes;
        }
        catch (RuntimeException ex) {
            log.error("Failed to store {} messages", submissions.size(), ex);
            return refused(submissions);
        }
    }

    private static List<StoreResult> refused(List<MessageSubmission> submissions) {
        Refusal unavailable = MessageDispatcher.unavailable();
        return submissions.stream().map((it) -> (StoreResult) new StoreResult.Refused(it, unavailable)).toList();
    }

    @Override
    public Health health() {
        return (this.worker.isAlive() && this.dispatcher.isAlive()) ? Health.up().build() : Health.down().build();
    }

    @Override
    public void start() {
        this.dispatcher.start();
        this.worker.start();
    }

    @Override
    public void stop() {
        this.worker.stop();
        this.dispatcher.stop();
    }

    @Override
    public boolean isRunning() {
        return this.worker.isRunning();
    }

    /** What waits for the writer. */
    private sealed interface Entry {

        /** A message to store. */
        record Submitted(MessageSubmission submission) implements Entry {
        }

        /** Something to run after all messages before it. */
        record Action(Runnable action) implements Entry {
        }

    }

}

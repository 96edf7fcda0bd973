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
 * Writes messages: takes what has arrived, stores it in one transaction and passes it on
 * to the {@link MessageDispatcher}. While that one waits for the disk, the next group is
 * being stored.
 */
@Slf4j
@Component("writer")
class MessageWriter implements SmartLifecycle, AfterPendingMessages, HealthIndicator {

    /** Beyond it a sender's own socket waits. */
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

    /** Hands a message over; waits while too many are on their way. */
    void submit(MessageSubmission submission) {
        if (!this.worker.put(new Entry.Said(submission))) {
            submission.refused().accept(MessageDispatcher.unavailable());
        }
    }

    @Override
    public void then(Runnable news) {
        if (!this.worker.put(new Entry.News(news))) {
            news.run();
        }
    }

    private void handle(List<Entry> entries) {
        List<MessageSubmission> said = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            switch (entry) {
                case Entry.Said(MessageSubmission submission) -> said.add(submission);
                case Entry.News(Runnable news) -> {
                    store(said);
                    said.clear();
                    this.dispatcher.then(news);
                }
            }
        }
        store(said);
    }

    private void store(List<MessageSubmission> submissions) {
        if (!submissions.isEmpty()) {
            this.dispatcher.tell(stored(submissions));
        }
    }

    /**
     * A group that the database refuses is halved until the bad message refuses itself
     * alone; where there is no database, all of it is refused at once.
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
        record Said(MessageSubmission submission) implements Entry {
        }

        /** Something to tell after all that was said before it. */
        record News(Runnable news) implements Entry {
        }

    }

}

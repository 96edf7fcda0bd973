package io.deskbell.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

import io.deskbell.realtime.SaidFirst;
import io.deskbell.chat.Group.Outcome;
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
 * The one who writes messages: takes what has arrived, stores it in one transaction and
 * passes it on to the {@link Teller}. While that one waits for the disk, the next group
 * is being stored.
 */
@Slf4j
@Component
class Writer implements SmartLifecycle, SaidFirst, HealthIndicator {

    /** Beyond it a sender's own socket waits. */
    private static final int QUEUE = 4_000;

    private static final int GROUP = 1_000;

    private final BlockingQueue<Entry> arrived = new ArrayBlockingQueue<>(QUEUE);

    private final Worker<Entry> worker = new Worker<>("deskbell-writer", this.arrived, GROUP, this::handle);

    private final Group group;

    private final Teller teller;

    private final DistributionSummary groupSizes;

    Writer(Group group, Teller teller, MeterRegistry meters) {
        this.group = group;
        this.teller = teller;
        this.groupSizes = meters.summary("deskbell.messages.group");
        meters.gaugeCollectionSize("deskbell.messages.waiting", List.of(), this.arrived);
    }

    /** Hands a message over; waits while too many are on their way. */
    void submit(Submission submission) {
        if (!this.worker.put(new Entry.Said(submission))) {
            submission.refused().accept(Teller.unavailable());
        }
    }

    @Override
    public void then(Runnable news) {
        if (!this.worker.put(new Entry.News(news))) {
            news.run();
        }
    }

    private void handle(List<Entry> entries) {
        List<Submission> said = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            switch (entry) {
                case Entry.Said(Submission submission) -> said.add(submission);
                case Entry.News(Runnable news) -> {
                    store(said);
                    said.clear();
                    this.teller.then(news);
                }
            }
        }
        store(said);
    }

    private void store(List<Submission> submissions) {
        if (!submissions.isEmpty()) {
            this.teller.tell(stored(submissions));
        }
    }

    /**
     * A group that the database refuses is halved until the bad message refuses itself
     * alone; where there is no database, all of it is refused at once.
     */
    private List<Outcome> stored(List<Submission> submissions) {
        try {
            List<Outcome> outcomes = this.group.store(submissions);
            this.groupSizes.record(submissions.size());
            return outcomes;
        }
        catch (DataIntegrityViolationException ex) {
            if (submissions.size() == 1) {
                log.error("A message could not be stored", ex);
                return refused(submissions);
            }
            int half = submissions.size() / 2;
            List<Outcome> outcomes = new ArrayList<>(stored(submissions.subList(0, half)));
            outcomes.addAll(stored(submissions.subList(half, submissions.size())));
            return outcomes;
        }
        catch (RuntimeException ex) {
            log.error("{} messages could not be stored", submissions.size(), ex);
            return refused(submissions);
        }
    }

    private static List<Outcome> refused(List<Submission> submissions) {
        Refusal unavailable = Teller.unavailable();
        return submissions.stream().map((it) -> (Outcome) new Outcome.Refused(it, unavailable)).toList();
    }

    @Override
    public Health health() {
        return (this.worker.isAlive() && this.teller.isAlive()) ? Health.up().build() : Health.down().build();
    }

    @Override
    public void start() {
        this.teller.start();
        this.worker.start();
    }

    @Override
    public void stop() {
        this.worker.stop();
        this.teller.stop();
    }

    @Override
    public boolean isRunning() {
        return this.worker.isRunning();
    }

    /** What waits for the writer. */
    private sealed interface Entry {

        /** A message to store. */
        record Said(Submission submission) implements Entry {
        }

        /** Something to tell after all that was said before it. */
        record News(Runnable news) implements Entry {
        }

    }

}

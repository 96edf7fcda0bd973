package io.deskbell.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

import io.deskbell.call.SaidFirst;
import io.deskbell.call.Talk;
import io.deskbell.chat.Group.Outcome;
import io.deskbell.realtime.Publisher;
import io.deskbell.realtime.Queue;
import io.deskbell.shared.ProblemCode;
import io.deskbell.shared.Refusal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * The one who writes messages: takes what has arrived, stores it in one transaction, and
 * only then sends the copies, in order. While a group is being stored the next one
 * gathers; nothing waits for company.
 */
@Slf4j
@Component
class Writer implements SmartLifecycle, SaidFirst, HealthIndicator {

    /** Beyond it a sender's own socket waits. */
    private static final int QUEUE = 4_000;

    private static final int GROUP = 1_000;

    private static final long LOOK_UP_MILLIS = 200;

    private static final long STOP_MILLIS = 5_000;

    private final BlockingQueue<Entry> arrived = new ArrayBlockingQueue<>(QUEUE);

    private final Group group;

    private final Publisher publisher;

    private final DistributionSummary groupSizes;

    private final Counter refusals;

    private volatile boolean running;

    private volatile @Nullable Thread thread;

    Writer(Group group, Publisher publisher, MeterRegistry meters) {
        this.group = group;
        this.publisher = publisher;
        this.groupSizes = meters.summary("deskbell.messages.group");
        this.refusals = meters.counter("deskbell.messages.refused");
        meters.gaugeCollectionSize("deskbell.messages.waiting", List.of(), this.arrived);
    }

    /** Hands a message over; waits while too many are on their way. */
    void submit(Submission submission) {
        if (!put(new Entry.Said(submission))) {
            submission.refused().accept(unavailable());
        }
    }

    @Override
    public void then(Runnable news) {
        if (!put(new Entry.News(news))) {
            news.run();
        }
    }

    private boolean put(Entry entry) {
        try {
            while (this.running) {
                if (this.arrived.offer(entry, LOOK_UP_MILLIS, TimeUnit.MILLISECONDS)) {
                    return true;
                }
            }
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private void write() {
        List<Entry> next = new ArrayList<>(GROUP);
        while (this.running) {
            try {
                Entry first = this.arrived.poll(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    next.add(first);
                    this.arrived.drainTo(next, GROUP - 1);
                    handle(next);
                }
            }
            catch (InterruptedException ex) {
                log.debug("Nobody interrupts the writer: it would close the database's file", ex);
            }
            catch (Throwable ex) {
                log.error("The writer goes on after a failure", ex);
            }
            next.clear();
        }
        this.arrived.drainTo(next);
        next.forEach(this::leave);
    }

    private void handle(List<Entry> entries) {
        List<Submission> said = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            switch (entry) {
                case Entry.Said(Submission submission) -> said.add(submission);
                case Entry.News(Runnable news) -> {
                    store(said);
                    said.clear();
                    news.run();
                }
            }
        }
        store(said);
    }

    private void leave(Entry entry) {
        switch (entry) {
            case Entry.Said(Submission submission) -> submission.refused().accept(unavailable());
            case Entry.News(Runnable news) -> news.run();
        }
    }

    private void store(List<Submission> submissions) {
        if (!submissions.isEmpty()) {
            List<Outcome> outcomes = stored(submissions);
            this.publisher.together(() -> outcomes.forEach(this::tell));
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
        return submissions.stream().map((it) -> (Outcome) new Outcome.Refused(it, unavailable())).toList();
    }

    private void tell(Outcome outcome) {
        switch (outcome) {
            case Outcome.Stored(Talk talk, Message message) ->
                this.publisher.toUsers(talk.listeners(), Queue.MESSAGES, message);
            case Outcome.Refused(Submission submission, Refusal refusal) -> {
                this.refusals.increment();
                submission.refused().accept(refusal);
            }
        }
    }

    private static Refusal unavailable() {
        return new Refusal(ProblemCode.UNAVAILABLE, "The message could not be stored. Try again in a moment.");
    }

    @Override
    public Health health() {
        Thread writer = this.thread;
        return (writer != null && writer.isAlive()) ? Health.up().build() : Health.down().build();
    }

    @Override
    public void start() {
        this.running = true;
        this.thread = Thread.ofPlatform().name("deskbell-writer").start(this::write);
    }

    @Override
    public void stop() {
        this.running = false;
        Thread writer = this.thread;
        try {
            if (writer != null) {
                writer.join(STOP_MILLIS);
            }
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return this.running;
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

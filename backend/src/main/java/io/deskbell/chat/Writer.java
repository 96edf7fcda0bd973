package io.deskbell.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

import io.deskbell.call.CallState;
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

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The one who writes messages: takes what has arrived, stores it in one transaction, and
 * only then sends the copies, in order. While a group is being stored the next one
 * gathers; nothing waits for company.
 */
@Slf4j
@Component
class Writer implements SmartLifecycle {

    /** Beyond it a sender's own socket waits. */
    private static final int QUEUE = 4_000;

    private static final int GROUP = 400;

    private static final long STOP_MILLIS = 5_000;

    private final BlockingQueue<Submission> arrived = new ArrayBlockingQueue<>(QUEUE);

    private final Group group;

    private final Publisher publisher;

    private final DistributionSummary groupSizes;

    private final Counter refusals;

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
        if (!isRunning()) {
            submission.refused().accept(unavailable());
            return;
        }
        try {
            this.arrived.put(submission);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            submission.refused().accept(unavailable());
        }
    }

    private void write() {
        List<Submission> next = new ArrayList<>(GROUP);
        try {
            while (!Thread.currentThread().isInterrupted()) {
                next.add(this.arrived.take());
                this.arrived.drainTo(next, GROUP - 1);
                store(next);
                next.clear();
            }
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
        this.arrived.forEach((left) -> left.refused().accept(unavailable()));
        this.arrived.clear();
    }

    /**
     * A group that can't be stored is tried one by one, so that a bad message refuses
     * itself alone.
     */
    private void store(List<Submission> submissions) {
        try {
            List<Outcome> outcomes = this.group.store(submissions);
            this.groupSizes.record(submissions.size());
            outcomes.forEach(this::tell);
        }
        catch (RuntimeException ex) {
            if (submissions.size() > 1) {
                submissions.forEach((one) -> store(List.of(one)));
                return;
            }
            log.error("A message could not be stored", ex);
            tell(new Outcome.Refused(submissions.getFirst(), unavailable()));
        }
    }

    private void tell(Outcome outcome) {
        switch (outcome) {
            case Outcome.Stored(Talk talk, Message message) -> {
                if (talk.guide() != null) {
                    this.publisher.toUser(talk.guide(), Queue.MESSAGES, message);
                }
                if (talk.state() == CallState.ACTIVE) {
                    this.publisher.toUser(talk.desk(), Queue.MESSAGES, message);
                }
            }
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
    public void start() {
        this.thread = Thread.ofPlatform().name("deskbell-writer").start(this::write);
    }

    @Override
    public void stop() {
        Thread running = this.thread;
        this.thread = null;
        if (running != null) {
            running.interrupt();
            try {
                running.join(STOP_MILLIS);
            }
            catch (InterruptedException ex) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return this.thread != null;
    }

}

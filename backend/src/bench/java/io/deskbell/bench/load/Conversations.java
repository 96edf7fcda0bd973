package io.deskbell.bench.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;
import org.jspecify.annotations.Nullable;

import io.deskbell.bench.client.Connection;
import io.deskbell.bench.client.Loop;
import io.deskbell.bench.server.Mark;
import io.deskbell.bench.server.Side;

/**
 * Pairs that talk: both sides send, what the other side gets is counted, and each arrival
 * is checked. It runs on the loop's thread, but for the open loop's clock.
 */
public final class Conversations {

    private static final int DRAIN_MILLIS = 20_000;

    private static final int POLL_MILLIS = 10;

    private static final long LONGEST_NANOS = 60_000_000_000L;

    private final Loop loop;

    private final List<Party> parties = new ArrayList<>();

    private final AtomicLong delivered = new AtomicLong();

    private final AtomicLong echoed = new AtomicLong();

    private final AtomicLong sent = new AtomicLong();

    private final Recorder latencies = new Recorder(LONGEST_NANOS, 3);

    private volatile boolean refilling;

    private volatile @Nullable Schedule schedule;

    public Conversations(Loop loop, List<Side> sides) {
        this.loop = loop;
        for (int i = 0; i < sides.size(); i++) {
            Party party = new Party(i, sides.get(i));
            this.parties.add(party);
            party.side.connection().listen(party::frame);
        }
    }

    /** Keeps this many messages of each sender in flight until {@link #stop}. */
    public void start(int inFlight) {
        this.refilling = true;
        this.loop.execute(() -> this.parties.forEach((party) -> {
            for (int i = 0; i < inFlight; i++) {
                party.say();
            }
            party.side.connection().flush();
        }));
    }

    /** Sends by the clock, whatever the server does, until {@link #stop}. */
    public void startBy(int perSecond) {
        long[] first = this.parties.stream().mapToLong((party) -> party.counter).toArray();
        Schedule started = new Schedule(perSecond, first, this::say);
        this.schedule = started;
        started.start();
    }

    private void say(int sender) {
        Party party = this.parties.get(sender);
        party.say();
        party.side.connection().flush();
    }

    /** Sends nothing more, and waits for what is on its way. */
    public void stop() {
        this.refilling = false;
        Schedule running = this.schedule;
        if (running != null) {
            running.stop();
        }
        try {
            for (int waited = 0; !arrived() && waited < DRAIN_MILLIS; waited += POLL_MILLIS) {
                Thread.sleep(POLL_MILLIS);
            }
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
        this.schedule = null;
        checkConnections();
    }

    private boolean arrived() {
        return this.delivered.get() >= this.sent.get() && this.echoed.get() >= this.sent.get();
    }

    private void checkConnections() {
        for (Party party : this.parties) {
            String broken = party.side.connection().broken();
            if (broken != null) {
                throw new IllegalStateException("The connection of sender " + party.index + " broke: " + broken);
            }
        }
    }

    /** Messages that the other side has got so far. */
    public long delivered() {
        return this.delivered.get();
    }

    /** From the intended sending to the other side's getting, since last asked, in ns. */
    public Histogram latencies() {
        return this.latencies.getIntervalHistogram();
    }

    /** Of all receivers so far; ask after {@link #stop}. */
    public Verdict verdict() {
        return this.parties.stream().flatMap(Party::verdicts).reduce(Verdict.FINE, Verdict::plus);
    }

    private final class Party {

        private final int index;

        private final Side side;

        private final Ledger fromOther = new Ledger();

        private final Ledger fromSelf = new Ledger();

        private long counter;

        Party(int index, Side side) {
            this.index = index;
            this.side = side;
        }

        void say() {
            Conversations.this.sent.incrementAndGet();
            this.side.connection().queue(this.side.template().with(this.counter++));
        }

        void frame(Connection connection, byte[] data, int from, int to) {
            int mark = Mark.find(data, from, to);
            if (mark == Mark.NONE) {
                return;
            }
            int sender = Mark.sender(data, mark);
            long number = Mark.counter(data, mark);
            if (sender == this.index) {
                echo(number);
            }
            else if (sender == (this.index ^ 1)) {
                arrival(sender, number);
            }
            else {
                throw new IllegalStateException("A message of " + sender + " came to " + this.index);
            }
        }

        private void echo(long number) {
            if (this.fromSelf.note(number)) {
                Conversations.this.echoed.lazySet(Conversations.this.echoed.getPlain() + 1);
                if (Conversations.this.refilling) {
                    say();
                }
            }
        }

        private void arrival(int sender, long number) {
            Schedule running = Conversations.this.schedule;
            if (running != null) {
                long nanos = System.nanoTime() - running.intended(sender, number);
                Conversations.this.latencies.recordValue(Math.clamp(nanos, 0, LONGEST_NANOS));
            }
            if (this.fromOther.note(number)) {
                Conversations.this.delivered.lazySet(Conversations.this.delivered.getPlain() + 1);
            }
        }

        Stream<Verdict> verdicts() {
            Party other = Conversations.this.parties.get(this.index ^ 1);
            return Stream.of(this.fromSelf.verdict(this.counter), this.fromOther.verdict(other.counter));
        }

    }

}

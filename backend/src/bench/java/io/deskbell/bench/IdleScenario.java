package io.deskbell.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.deskbell.bench.client.Connection;
import io.deskbell.bench.client.Loop;
import io.deskbell.bench.load.Conversations;
import io.deskbell.bench.machine.Memory;
import io.deskbell.bench.machine.Usage;
import io.deskbell.bench.server.Clients;
import io.deskbell.bench.server.Contender;
import io.deskbell.bench.server.Crowd;
import io.deskbell.bench.server.Launched;

/**
 * Connections that only beat: the memory each takes, and what the others' messages and
 * alerts cost beside them.
 */
final class IdleScenario {

    /** Opened and closed first, so that what comes once is there already. */
    private static final int REHEARSAL = 300;

    /** Longer than a round of heart-beats. */
    private static final Duration ROUND = Duration.ofSeconds(12);

    private static final int GUIDES = 100;

    private final Bench bench;

    IdleScenario(Bench bench) {
        this.bench = bench;
    }

    void run() throws InterruptedException {
        List<IdleResult> results = new ArrayList<>();
        for (Contender contender : this.bench.contenders()) {
            if (!contender.name().startsWith(Bench.RELAY)) {
                results.add(measure(contender));
            }
        }
        IdleTables tables = new IdleTables(results, this.bench.options().connections());
        tables.print(this.bench.report());
        tables.score(this.bench.board());
    }

    private IdleResult measure(Contender contender) throws InterruptedException {
        this.bench.progress("idle: " + contender.name() + " starts");
        try (Launched server = contender.launch(this.bench.workshop().part("idle")); Loop loop = this.bench.loop()) {
            Clients clients = contender.clients(server, loop);
            clients.idle(REHEARSAL).forEach(Connection::close);
            Thread.sleep(ROUND);
            List<Connection> idle = new ArrayList<>();
            List<Memory> memories = new ArrayList<>(List.of(Memory.of(server.pid())));
            for (int count : this.bench.options().connections()) {
                this.bench.progress("idle: " + contender.name() + " connects " + count);
                idle.addAll(clients.idle(count - idle.size()));
                Thread.sleep(ROUND);
                memories.add(Memory.of(server.pid()));
            }
            Conversations conversations = new Conversations(loop, clients.pairs(this.bench.options().pairs()));
            Crowd crowd = clients.crowd();
            crowd.grow(GUIDES);
            warmUp(contender, conversations, crowd);
            Cost many = cost(contender, idle.size(), server, conversations, crowd);
            idle.forEach(Connection::close);
            Thread.sleep(ROUND);
            return new IdleResult(contender.name(), memories, many, cost(contender, 0, server, conversations, crowd));
        }
    }

    private void warmUp(Contender contender, Conversations conversations, Crowd crowd) throws InterruptedException {
        this.bench.progress("idle: " + contender.name() + " warms up");
        conversations.start(1);
        Thread.sleep(this.bench.options().warmup());
        conversations.stop();
        Alerts.warmUp(crowd, this.bench.options().warmup().dividedBy(2));
    }

    private Cost cost(Contender contender, int idle, Launched server, Conversations conversations, Crowd crowd)
            throws InterruptedException {
        this.bench.progress("idle: " + contender.name() + " talks beside " + idle);
        Usage before = Usage.now(server.pid());
        Thread.sleep(ROUND);
        Usage beats = Usage.now(server.pid()).since(before);
        return Cost.measure(this.bench.options(), beats.server() / beats.seconds(), server, conversations, crowd);
    }

}

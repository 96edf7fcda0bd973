package io.deskbell.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.deskbell.bench.client.Loop;
import io.deskbell.bench.load.Conversations;
import io.deskbell.bench.load.Load;
import io.deskbell.bench.load.Verdict;
import io.deskbell.bench.load.Windows;
import io.deskbell.bench.server.Contender;
import io.deskbell.bench.server.Launched;

/** Pairs talk, as fast as it goes and by the clock. */
final class ChatScenario {

    /** After the warm-up, and again whenever the load changes. */
    private static final Duration SETTLE = Duration.ofSeconds(2);

    private static final Load WARM_UP = new Load.InFlight(8);

    private final Bench bench;

    ChatScenario(Bench bench) {
        this.bench = bench;
    }

    void run() throws InterruptedException {
        List<ChatResult> results = new ArrayList<>();
        for (Contender contender : this.bench.contenders()) {
            results.add(measure(contender));
        }
        ChatTables tables = new ChatTables(results);
        tables.print(this.bench.report());
        tables.score(this.bench.board());
    }

    private ChatResult measure(Contender contender) throws InterruptedException {
        Options options = this.bench.options();
        this.bench.progress("chat: " + contender.name() + " starts");
        try (Launched server = contender.launch(this.bench.workshop().part("chat")); Loop loop = this.bench.loop()) {
            Conversations conversations = new Conversations(loop, contender.clients(server, loop).pairs(options.pairs()));
            Thread.sleep(SETTLE);
            this.bench.progress("chat: " + contender.name() + " warms up");
            during(conversations, WARM_UP, () -> Thread.sleep(options.warmup()));
            Map<String, Windows> windows = new LinkedHashMap<>();
            for (String name : options.loads()) {
                Load load = Load.of(name);
                this.bench.progress("chat: " + contender.name() + " " + load);
                during(conversations, load, () -> {
                    Thread.sleep(SETTLE);
                    windows.put(load.toString(),
                            Windows.measure(conversations, server.pid(), options.windows(), options.window()));
                });
            }
            return new ChatResult(contender.name(), windows, conversations.verdict());
        }
    }

    private static void during(Conversations conversations, Load load, Act act) throws InterruptedException {
        load.start(conversations);
        act.run();
        conversations.stop();
    }

    /** Something that takes its time. */
    @FunctionalInterface
    private interface Act {

        void run() throws InterruptedException;

    }

}

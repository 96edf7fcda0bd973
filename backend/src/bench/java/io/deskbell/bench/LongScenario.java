package io.deskbell.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.deskbell.bench.client.Loop;
import io.deskbell.bench.load.Conversations;
import io.deskbell.bench.load.Load;
import io.deskbell.bench.load.Window;
import io.deskbell.bench.load.Windows;
import io.deskbell.bench.machine.Memory;
import io.deskbell.bench.report.Figure;
import io.deskbell.bench.report.Report;
import io.deskbell.bench.server.Contender;
import io.deskbell.bench.server.Launched;

/**
 * Very many messages, one after the other: whether the store stays fast, and how large
 * its file becomes.
 */
final class LongScenario {

    private static final int PARTS = 10;

    private static final long POLL_MILLIS = 50;

    private static final double MEGA = 1024 * 1024;

    private final Bench bench;

    private final List<List<String>> rows = new ArrayList<>(
            List.of(List.of("messages", "delivered/s in this part", "database, MB", "heap in use, MB", "RSS, MB")));

    LongScenario(Bench bench) {
        this.bench = bench;
    }

    void run() throws InterruptedException {
        Contender deskbell = this.bench.contenders()
            .stream()
            .filter((contender) -> contender.name().startsWith(Bench.DESKBELL))
            .findFirst()
            .orElseThrow();
        try (Launched server = deskbell.launch(this.bench.workshop().part("long")); Loop loop = this.bench.loop()) {
            Conversations conversations = new Conversations(loop, deskbell.clients(server, loop).pairs(this.bench.options().pairs()));
            Path data = this.bench.workshop().part("long").target().resolve(deskbell.name());
            fill(conversations, server.pid(), data);
            Windows after = afterwards(conversations, server.pid());
            print(conversations, after);
        }
    }

    private void fill(Conversations conversations, long pid, Path data) throws InterruptedException {
        long part = this.bench.options().longMessages() / PARTS;
        new Load.InFlight(8).start(conversations);
        for (int i = 1; i <= PARTS; i++) {
            long before = conversations.delivered();
            long start = System.nanoTime();
            while (conversations.delivered() < part * i) {
                Thread.sleep(POLL_MILLIS);
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            Memory memory = Memory.of(pid);
            this.rows.add(List.of(String.valueOf(part * i), Figure.number((conversations.delivered() - before) / seconds),
                    Figure.number(size(data) / MEGA), Figure.number(memory.heapKb() / 1024.0),
                    Figure.number(memory.rssKb() / 1024.0)));
            this.bench.progress("long: " + String.join(" ", this.rows.getLast()));
        }
        conversations.stop();
    }

    private Windows afterwards(Conversations conversations, long pid) throws InterruptedException {
        Options options = this.bench.options();
        new Load.PerSecond(1000).start(conversations);
        Thread.sleep(Duration.ofSeconds(2));
        Windows windows = Windows.measure(conversations, pid, options.windows(), options.window());
        conversations.stop();
        return windows;
    }

    private void print(Conversations conversations, Windows after) {
        Report report = this.bench.report();
        report.title("A long run");
        report.table(this.rows);
        report.paragraph("Afterwards at 1000/s: p50 %s ms, p99 %s ms; %s.".formatted(after.figure(Window::p50),
                after.figure(Window::p99), conversations.verdict()));
    }

    private static double size(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong((file) -> file.toFile().length()).sum();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}

package io.deskbell.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

import io.deskbell.bench.machine.Cores;
import io.deskbell.bench.machine.OpenFiles;
import io.deskbell.bench.report.Report;
import io.deskbell.bench.report.Scoreboard;
import io.deskbell.bench.server.Workshop;

/** Where the benchmark starts. */
public final class Benchmark {

    private Benchmark() {
    }

    /**
     * Runs the scenarios asked for.
     * @param args none: options are system properties
     * @throws InterruptedException if stopped
     */
    public static void main(String[] args) throws InterruptedException {
        Options options = Options.read();
        OpenFiles.require(Stream.concat(options.connections().stream(), options.guides().stream())
            .mapToInt(Integer::intValue)
            .max()
            .orElse(0));
        Cores cores = Cores.find();
        cores.pinDriver();
        Report report = new Report(options.target().resolve("report.md"));
        Bench bench = new Bench(options, new Workshop(options.target(), options.jar(), cores, options.jfr()), report,
                new Scoreboard());
        introduce(report, options, cores);
        for (String scenario : options.scenarios()) {
            switch (scenario) {
                case "chat" -> new ChatScenario(bench).run();
                case "alerts" -> new AlertScenario(bench).run();
                case "idle" -> new IdleScenario(bench).run();
                case "history" -> new HistoryScenario(bench).run();
                case "long" -> new LongScenario(bench).run();
                case "startup" -> new StartScenario(bench).run();
                default -> throw new IllegalArgumentException("There is no scenario " + scenario);
            }
        }
        bench.board().print(report);
        System.exit(0);
    }

    private static void introduce(Report report, Options options, Cores cores) {
        report.title("Benchmark");
        report.paragraph("%s; %s of %d; JVM %s with %s; %d pairs; %d s warm-up, %d windows of %d s; %s.".formatted(
                Cores.model(), cores.described(), cores.allowed().size(), Runtime.version(),
                String.join(" ", Workshop.JVM), options.pairs(), options.warmup().toSeconds(), options.windows(),
                options.window().toSeconds(), Instant.now().truncatedTo(ChronoUnit.MINUTES)));
        report.paragraph(
                "Medians (least–most) of quiet windows; \\* = others took more than 15 % of a CPU meanwhile in too many.");
    }

}

package io.deskbell.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.deskbell.bench.client.Loop;
import io.deskbell.bench.report.Figure;
import io.deskbell.bench.report.Grid;
import io.deskbell.bench.report.Target;
import io.deskbell.bench.server.Contender;
import io.deskbell.bench.server.Crowd;
import io.deskbell.bench.server.Launched;

/** A call alerts all guides of a region; what counts is when the last one has it. */
final class AlertScenario {

    private static final Target BESIDE_NAIVE = Target.atMost(0.6, 0.5);

    private static final Duration SETTLE = Duration.ofSeconds(3);

    private final Bench bench;

    AlertScenario(Bench bench) {
        this.bench = bench;
    }

    void run() throws InterruptedException {
        List<Result> results = new ArrayList<>();
        for (Contender contender : this.bench.contenders()) {
            results.add(measure(contender));
        }
        Grid<Result> grid = new Grid<>(results).row("guides", Result::server);
        for (int size : this.bench.options().guides()) {
            grid.row(size + ": time to the first, ms", (result) -> result.of(size).first());
            grid.row(size + ": time to the last, ms", (result) -> result.of(size).last());
        }
        this.bench.report().title("Alerts");
        grid.print(this.bench.report());
        score(results);
    }

    private Result measure(Contender contender) throws InterruptedException {
        Map<Integer, Alerts.Times> times = new LinkedHashMap<>();
        this.bench.progress("alerts: " + contender.name() + " starts");
        try (Launched server = contender.launch(this.bench.workshop().part("alerts")); Loop loop = this.bench.loop()) {
            Crowd crowd = contender.clients(server, loop).crowd();
            Duration warmup = this.bench.options().warmup();
            for (int size : this.bench.options().guides()) {
                this.bench.progress("alerts: " + contender.name() + " connects " + size);
                crowd.grow(size);
                Thread.sleep(SETTLE);
                this.bench.progress("alerts: " + contender.name() + " alerts " + size);
                Alerts.warmUp(crowd, warmup);
                times.put(size, Alerts.measure(crowd, server.pid(), this.bench.options().alerts()));
                warmup = this.bench.options().warmup().dividedBy(2);
            }
        }
        return new Result(contender.name(), times);
    }

    private void score(List<Result> results) {
        for (Result naive : results.stream().filter((result) -> Bench.NAIVE.equals(result.server())).toList()) {
            for (Result deskbell : results) {
                if (deskbell.server().startsWith(Bench.DESKBELL)) {
                    for (int size : this.bench.options().guides()) {
                        this.bench.board()
                            .add(deskbell.server() + " alerts to " + size + " guides beside naive",
                                    deskbell.of(size).last().median() / naive.of(size).last().median(), " ×",
                                    BESIDE_NAIVE);
                    }
                }
            }
        }
    }

    private record Result(String server, Map<Integer, Alerts.Times> times) {

        Alerts.Times of(int size) {
            return this.times.getOrDefault(size, Alerts.Times.NONE);
        }

    }

}

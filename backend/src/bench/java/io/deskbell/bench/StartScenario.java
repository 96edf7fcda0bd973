package io.deskbell.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import io.deskbell.bench.machine.CpuTime;
import io.deskbell.bench.machine.Usage;
import io.deskbell.bench.report.Figure;
import io.deskbell.bench.report.Grid;
import io.deskbell.bench.report.Target;
import io.deskbell.bench.server.Launched;
import io.deskbell.bench.server.Starts;
import io.deskbell.bench.server.Starts.Way;

/** How long Deskbell takes to start, in several ways, each with no data yet. */
final class StartScenario {

    private static final Target BESIDE_PLAIN = Target.atMost(0.4, 0.3);

    private final Bench bench;

    StartScenario(Bench bench) {
        this.bench = bench;
    }

    void run() {
        this.bench.progress("startup: extracts and trains");
        Starts starts = new Starts(this.bench.workshop().part("startup"));
        Map<Way, List<Start>> tried = new LinkedHashMap<>();
        for (int round = 0; round < this.bench.options().starts(); round++) {
            for (Way way : Way.values()) {
                this.bench.progress("startup: " + way);
                tried.computeIfAbsent(way, (it) -> new ArrayList<>()).add(start(starts, way));
            }
        }
        print(tried);
    }

    private static Start start(Starts starts, Way way) {
        double driver = CpuTime.of(ProcessHandle.current().pid());
        double all = CpuTime.ofAll();
        try (Launched server = starts.launch(way)) {
            double seconds = server.age();
            return new Start(seconds, new Usage((long) (seconds * 1e9), CpuTime.of(server.pid()),
                    CpuTime.of(ProcessHandle.current().pid()) - driver, CpuTime.ofAll() - all));
        }
    }

    private void print(Map<Way, List<Start>> tried) {
        Grid<Way> grid = new Grid<>(List.copyOf(tried.keySet())).row("", (way) -> way)
            .row("s to the first healthy answer", (way) -> figure(tried, way, Start::seconds))
            .row("CPU s", (way) -> figure(tried, way, (start) -> start.usage().server()));
        this.bench.report().title("Start");
        grid.print(this.bench.report());
        this.bench.board()
            .add("start with AOT cache beside plain java -jar", figure(tried, Way.AOT_CACHE, Start::seconds).median()
                    / figure(tried, Way.PLAIN, Start::seconds).median(), " ×", BESIDE_PLAIN);
    }

    private static Figure figure(Map<Way, List<Start>> tried, Way way, ToDoubleFunction<Start> of) {
        List<Start> starts = tried.getOrDefault(way, List.of());
        return Figure.of(starts.stream().mapToDouble(of).toArray(),
                !starts.stream().allMatch((start) -> start.usage().quiet()));
    }

    private record Start(double seconds, Usage usage) {
    }

}

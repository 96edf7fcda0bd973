package io.deskbell.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

import io.deskbell.bench.load.Verdict;
import io.deskbell.bench.load.Window;
import io.deskbell.bench.report.Grid;
import io.deskbell.bench.report.Report;
import io.deskbell.bench.report.Scoreboard;
import io.deskbell.bench.report.Target;

/**
 * The chat's results as tables.
 *
 * @param results of all servers
 */
record ChatTables(List<ChatResult> results) {

    private static final Target NAIVE_W8 = Target.atLeast(5, 8);

    private static final Target RELAY_W8 = Target.atLeast(1.2, 1.7);

    private static final Target NAIVE_W1 = Target.atLeast(1.4, 2.5);

    private static final Target P50_MORE = Target.atMost(1, 0.3);

    private static final double P99_MUST = 50;

    private static final Target NOTHING = Target.atMost(0, 0);

    void print(Report report) {
        Grid<ChatResult> grid = new Grid<>(this.results);
        grid.row("", ChatResult::server);
        loads().forEach((load) -> rows(grid, load));
        grid.row("lost", (result) -> result.verdict().lost())
            .row("twice", (result) -> result.verdict().twice())
            .row("out of order", (result) -> result.verdict().disordered());
        report.title("Chat");
        grid.print(report);
    }

    private Set<String> loads() {
        return this.results.getFirst().windows().keySet();
    }

    private static void rows(Grid<ChatResult> grid, String load) {
        if (load.startsWith("W")) {
            grid.row(load + " delivered/s", figure(load, Window::perSecond))
                .row(load + " delivered/CPU-s", figure(load, Window::perCpuSecond))
                .row(load + " driver's CPU, %", figure(load, Window::driverPercent));
        }
        else {
            grid.row(load + " p50, ms", figure(load, Window::p50))
                .row(load + " p99, ms", figure(load, Window::p99))
                .row(load + " max, ms", figure(load, Window::max))
                .row(load + " CPU µs a message", figure(load, Window::cpuMicros));
        }
    }

    private static Function<ChatResult, Object> figure(String load, ToDoubleFunction<Window> of) {
        return (result) -> result.figure(load, of);
    }

    void score(Scoreboard board) {
        Optional<ChatResult> naive = this.results.stream()
            .filter((result) -> Bench.NAIVE.equals(result.server()))
            .findFirst();
        for (ChatResult deskbell : deskbells()) {
            naive.ifPresent((other) -> scoreBesideNaive(board, deskbell, other));
            bestRelay().ifPresent((relay) -> board.add(deskbell.server() + " W=8 beside " + relay.server(),
                    deskbell.perSecond("W=8") / relay.perSecond("W=8"), " ×", RELAY_W8));
            Verdict verdict = deskbell.verdict();
            board.add(deskbell.server() + " lost, twice or out of order",
                    verdict.lost() + verdict.twice() + verdict.disordered(), "", NOTHING);
        }
    }

    private List<ChatResult> deskbells() {
        return this.results.stream().filter((result) -> result.server().startsWith(Bench.DESKBELL)).toList();
    }

    private Optional<ChatResult> bestRelay() {
        return this.results.stream()
            .filter((result) -> result.server().startsWith(Bench.RELAY))
            .filter((result) -> result.windows().containsKey("W=8"))
            .max(Comparator.comparingDouble((result) -> result.perSecond("W=8")));
    }

    private void scoreBesideNaive(Scoreboard board, ChatResult deskbell, ChatResult naive) {
        String name = deskbell.server();
        board.add(name + " W=8 beside naive", deskbell.perSecond("W=8") / naive.perSecond("W=8"), " ×", NAIVE_W8);
        board.add(name + " W=1 beside naive", deskbell.perSecond("W=1") / naive.perSecond("W=1"), " ×", NAIVE_W1);
        Set<String> clocked = loads().stream().filter((load) -> load.endsWith("/s")).collect(Collectors.toSet());
        for (String load : clocked) {
            board.add(name + " " + load + " p50 more than naive",
                    deskbell.median(load, Window::p50) - naive.median(load, Window::p50), " ms", P50_MORE);
            board.add(name + " " + load + " p99", deskbell.median(load, Window::p99), " ms",
                    Target.atMost(P99_MUST, 2 * naive.median(load, Window::p99)));
        }
    }

}

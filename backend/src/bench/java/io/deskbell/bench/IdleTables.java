package io.deskbell.bench;

import java.util.List;

import io.deskbell.bench.machine.Memory;
import io.deskbell.bench.report.Figure;
import io.deskbell.bench.report.Grid;
import io.deskbell.bench.report.Report;
import io.deskbell.bench.report.Scoreboard;
import io.deskbell.bench.report.Target;

/**
 * Results with idle connections as tables.
 *
 * @param results of all servers
 * @param connections how many there were at each stage
 */
record IdleTables(List<IdleResult> results, List<Integer> connections) {

    private static final Target COST = Target.atMost(1.3, 1.1);

    private static final double KB_AIM = 18;

    private static final double NAIVE_SHARE = 5;

    void print(Report report) {
        Grid<IdleResult> grid = new Grid<>(this.results).row("", IdleResult::server);
        for (int stage = 1; stage <= this.connections.size(); stage++) {
            int to = stage;
            int count = this.connections.get(stage - 1);
            grid.row("RSS a connection at " + count + ", KB",
                    (result) -> Figure.number(result.each(Memory::rssKb, 0, to, count)));
            grid.row("heap a connection at " + count + ", KB",
                    (result) -> Figure.number(result.each(Memory::heapKb, 0, to, count)));
        }
        if (this.connections.size() > 1) {
            grid.row("RSS of each after the first " + this.connections.getFirst() + ", KB", this::later);
        }
        costs(grid);
        report.title("Idle connections");
        grid.print(report);
    }

    private Object later(IdleResult result) {
        int more = this.connections.getLast() - this.connections.getFirst();
        return Figure.number(result.each(Memory::rssKb, 1, this.connections.size(), more));
    }

    private void costs(Grid<IdleResult> grid) {
        int idle = this.connections.getLast();
        grid.row("CPU µs a message beside " + idle, (result) -> result.many().cpuMicros())
            .row("CPU µs a message beside none", (result) -> result.none().cpuMicros())
            .row("p50 at 1000/s beside " + idle + ", ms", (result) -> result.many().p50())
            .row("p50 at 1000/s beside none, ms", (result) -> result.none().p50())
            .row("alert to 100 beside " + idle + ", ms", (result) -> result.many().alert())
            .row("alert to 100 beside none, ms", (result) -> result.none().alert())
            .row("CPU of " + idle + " beating, %", (result) -> Figure.number(100 * result.many().beating()));
    }

    void score(Scoreboard board) {
        int last = this.connections.size();
        int idle = this.connections.getLast();
        double naive = this.results.stream()
            .filter((result) -> Bench.NAIVE.equals(result.server()))
            .mapToDouble((result) -> result.each(Memory::rssKb, 0, last, idle))
            .findFirst()
            .orElse(Double.NaN);
        for (IdleResult result : this.results) {
            if (result.server().startsWith(Bench.DESKBELL)) {
                board.add(result.server() + " RSS a connection at " + idle, result.each(Memory::rssKb, 0, last, idle),
                        " KB", Target.atMost(naive / NAIVE_SHARE, KB_AIM));
                board.add(result.server() + " message beside " + idle + " idle, beside none", result.messageRatio(),
                        " ×", COST);
                board.add(result.server() + " alert beside " + idle + " idle, beside none", result.alertRatio(), " ×",
                        COST);
            }
        }
    }

}

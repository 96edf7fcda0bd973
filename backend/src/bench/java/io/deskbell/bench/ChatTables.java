package io.deskbell.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

import io.deskbell.bench.load.Window;
import io.deskbell.bench.load.Windows;
import io.deskbell.bench.report.Figure;
import io.deskbell.bench.report.Report;

/** The chat's results as tables. */
final class ChatTables {

    private final Report report;

    private final List<ChatResult> results;

    ChatTables(Report report, List<ChatResult> results) {
        this.report = report;
        this.results = results;
    }

    void print() {
        this.report.title("Chat");
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("", ChatResult::server));
        for (String load : this.results.getFirst().windows().keySet()) {
            if (load.startsWith("W")) {
                rows.add(row(load + " delivered/s", load, Window::perSecond));
                rows.add(row(load + " delivered/CPU-s", load, Window::perCpuSecond));
            }
            else {
                rows.add(row(load + " p50, ms", load, (window) -> window.millis(50)));
                rows.add(row(load + " p99, ms", load, (window) -> window.millis(99)));
                rows.add(row(load + " most, ms", load, (window) -> window.millis(100)));
                rows.add(row(load + " CPU µs a message", load, Window::cpuMicros));
            }
        }
        rows.add(row("lost", (result) -> String.valueOf(result.verdict().lost())));
        rows.add(row("twice", (result) -> String.valueOf(result.verdict().twice())));
        rows.add(row("out of order", (result) -> String.valueOf(result.verdict().disordered())));
        this.report.table(rows);
    }

    private List<String> row(String what, String load, ToDoubleFunction<Window> of) {
        return row(what, (result) -> {
            Windows windows = result.windows().get(load);
            return (windows != null) ? windows.figure(of).toString() : Figure.number(Double.NaN);
        });
    }

    private List<String> row(String what, Function<ChatResult, String> cell) {
        List<String> row = new ArrayList<>(List.of(what));
        this.results.forEach((result) -> row.add(cell.apply(result)));
        return row;
    }

}

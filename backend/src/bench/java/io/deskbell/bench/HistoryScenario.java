package io.deskbell.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.deskbell.bench.client.Loop;
import io.deskbell.bench.report.Figure;
import io.deskbell.bench.report.Grid;
import io.deskbell.bench.report.Report;
import io.deskbell.bench.seed.History;
import io.deskbell.bench.server.Company;
import io.deskbell.bench.server.Deskbell;
import io.deskbell.bench.server.Launched;
import io.deskbell.bench.server.Traffic;
import io.deskbell.bench.server.Workshop;

/**
 * What requests cost with years of history, beside the same house when it was a hundredth
 * of that age.
 */
final class HistoryScenario {

    private static final Duration SPAN = Duration.ofDays(730);

    private static final int YOUNGER = 100;

    private static final double MEGA = 1024 * 1024;

    private final Bench bench;

    private final Deskbell deskbell = new Deskbell(null);

    private final Workshop place;

    HistoryScenario(Bench bench) {
        this.bench = bench;
        this.place = bench.workshop().part("history");
    }

    void run() throws InterruptedException {
        int messages = this.bench.options().historyMessages();
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        this.bench.progress("history: founds the house");
        found();
        print(List.of(measure(new History(messages / YOUNGER, SPAN.dividedBy(YOUNGER), now)),
                measure(new History(messages, SPAN, now))));
    }

    /** The schema and whom it takes over HTTP, and an orderly end. */
    private void found() {
        try (Launched server = this.deskbell.launch(this.place)) {
            Company company = new Company(server);
            server.prepare(company::found);
            server.end();
        }
    }

    private HistoryResult measure(History history) throws InterruptedException {
        Workshop own = this.place.part(String.valueOf(history.messages()));
        Path database = this.deskbell.database(own);
        copy(fileOf(this.deskbell.database(this.place)), fileOf(database));
        progress(history, "fills the database");
        double seconds = fill(history, database);
        double megabytes = fileOf(database).toFile().length() / MEGA;
        progress(history, "starts");
        try (Launched server = this.deskbell.resume(own); Loop loop = this.bench.loop()) {
            double start = server.age();
            Company company = new Company(server);
            Traffic traffic = new Traffic(company, loop);
            HistoryVisit visit = new HistoryVisit(server.pid(), company, traffic,
                    new HistoryRequests(company, traffic, history).all());
            progress(history, "warms up");
            visit.warmUp(this.bench.options().warmup());
            progress(history, "asks");
            Map<String, Figure> figures = visit.requests();
            progress(history, "searches");
            return new HistoryResult(history.messages(), seconds, megabytes, start, figures, visit.refused(),
                    visit.running(), visit.runningBesideSearches());
        }
    }

    private static Path fileOf(Path database) {
        return database.resolveSibling(database.getFileName() + ".mv.db");
    }

    private static void copy(Path from, Path to) {
        try {
            Files.createDirectories(to.getParent());
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static double fill(History history, Path database) {
        long start = System.nanoTime();
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + database, "sa", "")) {
            for (Map.Entry<String, String> guide : Company.missing().entrySet()) {
                History.hire(connection, Company.guide(0), guide.getKey(), guide.getValue());
            }
            history.fill(connection);
        }
        catch (SQLException ex) {
            throw new IllegalStateException(ex);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private void print(List<HistoryResult> results) {
        Report report = this.bench.report();
        HistoryResult old = results.getLast();
        report.title("Two years of history");
        new Grid<>(results).row("messages", (result) -> "%,d".formatted(result.messages()))
            .row("to fill the database, s", (result) -> Figure.number(result.fillSeconds()))
            .row("its file, MB", (result) -> Figure.number(result.megabytes()))
            .row("the server's start, s", (result) -> Figure.number(result.startSeconds()))
            .print(report);
        List<List<String>> rows = new ArrayList<>(List.of(header(results)));
        old.figures()
            .keySet()
            .forEach((what) -> rows.add(row(what, results.getFirst().figures(), old.figures(),
                    results.getFirst().cell(what), old.cell(what))));
        report.table(rows);
        running("nothing else", results, results.getFirst().calm(), old.calm());
        running("ten searches for a word that nobody said", results, results.getFirst().besideSearches(),
                old.besideSearches());
    }

    private void running(String beside, List<HistoryResult> results, Map<String, Figure> young,
            Map<String, Figure> old) {
        List<List<String>> rows = new ArrayList<>(List.of(header(results)));
        Set<String> all = old.keySet();
        all.forEach((what) -> rows.add(row(what, young, old, HistoryResult.figure(young, what).toString(),
                HistoryResult.figure(old, what).toString())));
        this.bench.report().paragraph("Beside " + beside + ":");
        this.bench.report().table(rows);
    }

    private static List<String> header(List<HistoryResult> results) {
        return List.of("ms", "%,d messages".formatted(results.getFirst().messages()),
                "%,d messages".formatted(results.getLast().messages()), "ratio");
    }

    private static List<String> row(String what, Map<String, Figure> young, Map<String, Figure> old, String youngCell,
            String oldCell) {
        double ratio = HistoryResult.figure(old, what).median() / HistoryResult.figure(young, what).median();
        return List.of(what, youngCell, oldCell, Figure.number(ratio) + " ×");
    }

    private void progress(History history, String what) {
        this.bench.progress("history: %,d messages: %s".formatted(history.messages(), what));
    }

}

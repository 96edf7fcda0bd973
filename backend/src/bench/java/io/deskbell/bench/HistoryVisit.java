package io.deskbell.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.DoubleSupplier;

import io.deskbell.bench.HistoryRequests.Request;
import io.deskbell.bench.machine.Usage;
import io.deskbell.bench.report.Figure;
import io.deskbell.bench.server.Browser;
import io.deskbell.bench.server.Company;
import io.deskbell.bench.server.Traffic;

/** Asks one server for everything, again and again. */
final class HistoryVisit {

    private static final int TIMES = 15;

    /** For what takes longer than {@link #SLOW_MILLIS}. */
    private static final int FEW_TIMES = 3;

    private static final double SLOW_MILLIS = 1_000;

    /** Clicks of an admin at the same moment. */
    private static final int SEARCHES = 10;

    private static final Duration SETTLE = Duration.ofSeconds(2);

    private final long pid;

    private final Company company;

    private final Traffic traffic;

    private final List<Request> requests;

    private final Map<String, Integer> refused = new LinkedHashMap<>();

    HistoryVisit(long pid, Company company, Traffic traffic, List<Request> requests) {
        this.pid = pid;
        this.company = company;
        this.traffic = traffic;
        this.requests = requests;
    }

    void warmUp(Duration length) {
        long end = System.nanoTime() + length.toNanos();
        List<Request> quick = this.requests.stream().filter((request) -> request.ask().millis() < SLOW_MILLIS).toList();
        while (System.nanoTime() < end) {
            quick.forEach((request) -> {
                this.traffic.write();
                request.ask();
            });
        }
    }

    /** H2 remembers what a query found until one of its tables is written to. */
    Map<String, Figure> requests() {
        Map<String, Figure> figures = new LinkedHashMap<>();
        for (Request request : this.requests) {
            boolean slow = request.ask().millis() > SLOW_MILLIS;
            figures.put(request.label(), measure(slow ? FEW_TIMES : TIMES, () -> {
                this.traffic.write();
                Browser.Answer answer = request.ask();
                if (answer.status() != 200) {
                    this.refused.put(request.label(), answer.status());
                }
                return answer.millis();
            }));
        }
        return figures;
    }

    /** What was not answered by 200, and by what instead. */
    Map<String, Integer> refused() {
        return Map.copyOf(this.refused);
    }

    /** What has to go on whatever admins do. */
    Map<String, Figure> running() {
        Map<String, Figure> figures = new LinkedHashMap<>();
        figures.put("a message, until the other side has it", measure(TIMES, this.traffic::say));
        figures.put("a press, until the guide has it", measure(TIMES, this.traffic::ring));
        figures.put("a guide's checksum", measure(TIMES, () -> this.traffic.guide().get("/api/checksum").millis()));
        figures.put("health", measure(TIMES, () -> this.traffic.guide().get("/actuator/health").millis()));
        figures.put("a sign-in", measure(TIMES, this::signIn));
        return figures;
    }

    private double signIn() {
        long start = System.nanoTime();
        this.company.signIn(Company.guide(2));
        return (System.nanoTime() - start) / 1e6;
    }

    /** The same while an admin keeps clicking for a word that nobody has said. */
    Map<String, Figure> runningBesideSearches() throws InterruptedException {
        AtomicBoolean clicking = new AtomicBoolean(true);
        try (ExecutorService clicks = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < SEARCHES; i++) {
                String path = "/api/admin/"
                        + ((i % 2 == 0) ? HistoryRequests.absent() : HistoryRequests.absentAtDesk());
                clicks.execute(() -> {
                    while (clicking.get()) {
                        this.company.admin().get(path);
                    }
                });
            }
            Thread.sleep(SETTLE);
            try {
                return running();
            }
            finally {
                clicking.set(false);
            }
        }
    }

    private Figure measure(int times, DoubleSupplier millis) {
        Usage before = Usage.now(this.pid);
        double[] values = new double[times];
        for (int i = 0; i < times; i++) {
            values[i] = millis.getAsDouble();
        }
        return Figure.of(values, !Usage.now(this.pid).since(before).quiet());
    }

}

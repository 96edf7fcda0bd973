package io.deskbell.bench.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A running server; closing it ends its process, and so does the end of the benchmark,
 * whatever its cause.
 */
public final class Launched implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Duration GOOD_BYE = Duration.ofSeconds(30);

    private static final long POLL_MILLIS = 10;

    private static final Set<Process> ALIVE = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> ALIVE.forEach(Process::destroyForcibly)));
    }

    private final Process process;

    private final int port;

    private final Path log;

    private final Workshop workshop;

    private final long started = System.nanoTime();

    private Launched(Process process, int port, Path log, Workshop workshop) {
        this.process = process;
        this.port = port;
        this.log = log;
        this.workshop = workshop;
    }

    static Launched start(ProcessBuilder builder, int port, Path log, Workshop workshop) {
        try {
            Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
            ALIVE.add(process);
            return new Launched(process, port, log, workshop);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** Waits until the server gives this path any answer below 500. */
    public Launched awaitAnswer(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path)).build();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (!answers(http, request)) {
                if (!this.process.isAlive() || System.nanoTime() > deadline) {
                    throw new IllegalStateException("The server did not start; see " + this.log);
                }
                Thread.sleep(POLL_MILLIS);
            }
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
        return this;
    }

    private static boolean answers(HttpClient http, HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() < 500;
        }
        catch (IOException ex) {
            return false;
        }
    }

    /** Asks the server to end and waits until it has. */
    public void end() {
        this.process.destroy();
        try {
            this.process.waitFor();
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    /** Seconds since the process was started. */
    public double age() {
        return (System.nanoTime() - this.started) / 1e9;
    }

    public int port() {
        return this.port;
    }

    public long pid() {
        return this.process.pid();
    }

    public String logged() {
        try {
            return Files.readString(this.log);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** Prepares the server with more cores than it is measured on. */
    public void prepare(Runnable preparation) {
        this.workshop.cores().lend(pid());
        try {
            preparation.run();
        }
        finally {
            this.workshop.cores().takeBack(pid());
        }
    }

    /** Ends the server at once, or in order where a recording is to be written. */
    @Override
    public void close() {
        try {
            if (this.workshop.jfr()) {
                this.process.destroy();
                this.process.waitFor(GOOD_BYE);
            }
            this.process.destroyForcibly().waitFor();
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
        ALIVE.remove(this.process);
    }

}

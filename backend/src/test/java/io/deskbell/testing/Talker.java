package io.deskbell.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One side of a conversation that does as the page does: it keeps what is not
 * acknowledged, comes back by itself, asks for what it missed and shows each message
 * where it belongs.
 */
public final class Talker implements AutoCloseable {

    /**
     * Enough for a server that is killed several times before this side is back, on a
     * machine busy with other tests.
     */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final int IN_FLIGHT = 4;

    private static final int PAGE = 200;

    private final Browser browser;

    private final IntSupplier port;

    private final String username;

    private final String call;

    private final Runnable acknowledged;

    private final Semaphore room = new Semaphore(IN_FLIGHT);

    private final Map<String, String> outbox = new LinkedHashMap<>();

    private final List<JsonNode> screen = new ArrayList<>();

    private final List<Object> faults = new ArrayList<>();

    private Stomp line;

    private volatile boolean closed;

    /**
     * Continues a conversation in the place of somebody who was in it.
     * @param port of the server that runs now, once one does
     * @param acknowledged told of each acknowledgement
     */
    public Talker(Party party, String username, String call, IntSupplier port, Runnable acknowledged) {
        party.line().close();
        this.browser = party.browser();
        this.username = username;
        this.call = call;
        this.port = port;
        this.acknowledged = acknowledged;
        Thread.ofVirtual().start(this::live);
    }

    public String username() {
        return this.username;
    }

    /** Says this now or as soon as that is possible; waits while much is on its way. */
    public void say(String text) throws InterruptedException {
        assertThat(this.room.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as("room to say " + text).isTrue();
        synchronized (this) {
            String clientId = UUID.randomUUID().toString();
            this.outbox.put(clientId, text);
            try {
                send(clientId, text);
            }
            catch (IOException ex) {
                this.line = null;
            }
        }
    }

    /** Loses the connection, politely or by a reset; false if there was none. */
    public boolean lose(boolean politely) throws IOException {
        Stomp lost = hangUp();
        if (lost != null && politely) {
            lost.wire().leave();
        }
        else if (lost != null) {
            lost.wire().reset();
        }
        return lost != null;
    }

    private synchronized Stomp hangUp() {
        Stomp before = this.line;
        this.line = null;
        return before;
    }

    /** What is on the screen, from top to bottom. */
    public synchronized List<JsonNode> screen() {
        return List.copyOf(this.screen);
    }

    /** What should never have happened to this side. */
    public synchronized List<Object> faults() {
        return List.copyOf(this.faults);
    }

    /** Waits until so much is on the screen. */
    public synchronized void awaitShown(int count) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (this.screen.size() < count) {
            assertThat(System.nanoTime()).as("time to see " + count + " of " + this.screen.size()).isLessThan(until);
            wait(1_000);
        }
    }

    /** Waits until all that was said is acknowledged. */
    public void awaitDrained() {
        Awaitility.await().atMost(PATIENCE).until(() -> this.room.availablePermits() == IN_FLIGHT);
    }

    private void live() {
        while (!this.closed) {
            try (Stomp fresh = comeBack()) {
                hearAll(fresh);
            }
            catch (IOException | UncheckedIOException ex) {
                hangUp();
            }
            catch (RuntimeException | AssertionError ex) {
                fault(ex);
                return;
            }
        }
    }

    /**
     * Once it has come back, a server that says nothing for so long has lost something.
     */
    private void hearAll(Stomp fresh) throws IOException {
        try {
            while (true) {
                hear(fresh.read());
            }
        }
        catch (SocketTimeoutException ex) {
            fault(ex);
            this.closed = true;
        }
        finally {
            hangUp();
        }
    }

    /** Follows first and asks then: what comes between is in the answer. */
    private Stomp comeBack() throws IOException {
        Browser at = this.browser.at(this.port.getAsInt());
        Stomp fresh = Stomp.connect(at).followed("/user/queue/errors").followed("/user/queue/messages");
        catchUp(at);
        resume(fresh);
        return fresh;
    }

    private void catchUp(Browser at) {
        JsonNode items;
        do {
            items = at.get("/api/calls/" + this.call + "/messages", "after", screen().size(), "limit", PAGE)
                .is(200)
                .json()
                .path("items");
            items.forEach(this::show);
        }
        while (items.size() == PAGE);
    }

    private synchronized void resume(Stomp fresh) throws IOException {
        this.line = fresh;
        for (Map.Entry<String, String> waiting : this.outbox.entrySet()) {
            send(waiting.getKey(), waiting.getValue());
        }
    }

    private void send(String clientId, String text) throws IOException {
        if (this.line != null) {
            this.line.send("/app/calls." + this.call + ".messages", Map.of("clientId", clientId, "contents", text));
        }
    }

    private void hear(Stomp.Frame frame) {
        if (frame.isFor("/user/queue/messages")) {
            show(frame.json());
        }
        else {
            fault(frame);
        }
    }

    private synchronized void show(JsonNode message) {
        int seq = message.path("seq").asInt();
        if (seq == this.screen.size() + 1) {
            this.screen.add(message);
        }
        else if (seq > this.screen.size() || !this.screen.get(seq - 1).equals(message)) {
            fault("after " + this.screen.size() + " came " + message);
        }
        if (message.path("username").asString().equals(this.username)
                && this.outbox.remove(message.path("clientId").asString()) != null) {
            this.room.release();
            this.acknowledged.run();
        }
        notifyAll();
    }

    private synchronized void fault(Object fault) {
        this.faults.add(fault);
    }

    @Override
    public void close() {
        this.closed = true;
        try {
            lose(true);
        }
        catch (IOException ex) {
            // It was lost already.
        }
    }

}

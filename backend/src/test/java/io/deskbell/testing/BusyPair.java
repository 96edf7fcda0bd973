package io.deskbell.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.function.Predicate;

import tools.jackson.databind.JsonNode;

/**
 * A desk and its guide who ring, accept and end one call after the other, come back by
 * themselves, and write down what the server told them.
 */
public final class BusyPair {

    private static final String CALLS = "/user/queue/calls";

    private static final String ERRORS = "/user/queue/errors";

    private static final Set<String> OPEN = Set.of("RINGING", "ACTIVE");

    private final Browser desk;

    private final Browser guide;

    private final String region;

    private final IntSupplier port;

    private final Runnable acknowledged;

    private final Map<String, JsonNode> calls = new ConcurrentHashMap<>();

    private final Set<String> notes = ConcurrentHashMap.newKeySet();

    private final List<Object> faults = new CopyOnWriteArrayList<>();

    private final AtomicInteger losses = new AtomicInteger();

    private final Thread life;

    private volatile boolean closed;

    /** Goes on in the place of these two, who are alone in their region. */
    public BusyPair(Kiosk kiosk, Guide guide, IntSupplier port, Runnable acknowledged) {
        kiosk.line().close();
        guide.line().close();
        this.desk = kiosk.browser();
        this.guide = guide.browser();
        this.region = guide.region();
        this.port = port;
        this.acknowledged = acknowledged;
        this.life = Thread.ofVirtual().start(this::live);
    }

    /** The newest state that was told of each call, by id. */
    public Map<String, JsonNode> calls() {
        return Map.copyOf(this.calls);
    }

    /** The ids of the alerts that were told. */
    public Set<String> notes() {
        return Set.copyOf(this.notes);
    }

    /** The ids of all calls of the desk that are kept. */
    public List<String> storedCalls(Browser admin) {
        String code = this.desk.at(this.port.getAsInt()).get("/api/session").json().at("/desk/code").asString();
        return pages(admin, "/api/admin/calls", "desk", code).stream().map((it) -> it.path("id").asString()).toList();
    }

    /** All of the guide's inbox. */
    public List<JsonNode> storedNotes() {
        return pages(this.guide.at(this.port.getAsInt()), "/api/notes", "limit", 200);
    }

    private static List<JsonNode> pages(Browser browser, String path, String name, Object value) {
        List<JsonNode> all = new ArrayList<>();
        HttpAnswer page = browser.get(path, name, value).is(200);
        page.json().path("items").forEach(all::add);
        while (page.next() != null) {
            page = browser.get(path, name, value, "cursor", page.next()).is(200);
            page.json().path("items").forEach(all::add);
        }
        return all;
    }

    /** How often they had to come back. */
    public int losses() {
        return this.losses.get();
    }

    /** What should never have happened to them. */
    public List<Object> faults() {
        return List.copyOf(this.faults);
    }

    private void live() {
        boolean finished = false;
        while (!finished) {
            int now = this.port.getAsInt();
            try (Stomp atDesk = connect(this.desk.at(now), CALLS);
                    Stomp atGuide = connect(this.guide.at(now), CALLS, "/topic/regions." + this.region)) {
                atGuide.send("/app/presence", Map.of("state", "AVAILABLE"));
                goOn(atDesk, atGuide, current(this.desk.at(now)));
                finished = true;
            }
            catch (IOException | UncheckedIOException ex) {
                this.losses.incrementAndGet();
            }
            catch (RuntimeException | AssertionError ex) {
                this.faults.add(ex);
                return;
            }
        }
    }

    private Stomp connect(Browser browser, String... destinations) throws IOException {
        Stomp line = Stomp.connect(browser).followed(ERRORS);
        for (String destination : destinations) {
            line.follow(destination);
            next(line, (frame) -> frame.command().equals("RECEIPT"));
        }
        return line;
    }

    /** The call that is not over, which may never have been told of before. */
    private JsonNode current(Browser desk) {
        JsonNode call = desk.get("/api/calls/current").is(200).json().at("/items/0");
        if (!call.isMissingNode()) {
            writeDown(call);
        }
        return call;
    }

    private void goOn(Stomp atDesk, Stomp atGuide, JsonNode current) throws IOException {
        JsonNode call = current;
        while (!this.closed || OPEN.contains(call.path("state").asString(""))) {
            call = switch (call.path("state").asString("")) {
                case "RINGING" -> act(atGuide, call, "accept", "ACTIVE");
                case "ACTIVE" -> act(atDesk, call, "end", "ENDED");
                default -> ring(atDesk);
            };
        }
    }

    private JsonNode ring(Stomp line) throws IOException {
        line.send("/app/calls.ring", Map.of("requestId", UUID.randomUUID().toString(), "language", "ko"));
        return next(line, (frame) -> is(frame, "RINGING")).json();
    }

    private JsonNode act(Stomp line, JsonNode call, String act, String state) throws IOException {
        line.send("/app/calls." + call.path("id").asString() + "." + act, "");
        return next(line, (frame) -> is(frame, state) && frame.json().path("id").equals(call.path("id"))).json();
    }

    private static boolean is(Stomp.Frame frame, String state) {
        return frame.isFor(CALLS) && frame.json().path("state").asString().equals(state);
    }

    private Stomp.Frame next(Stomp line, Predicate<Stomp.Frame> wanted) throws IOException {
        Stomp.Frame frame;
        do {
            frame = line.read();
            writeDown(frame);
        }
        while (!wanted.test(frame));
        return frame;
    }

    private void writeDown(Stomp.Frame frame) {
        if (frame.isFor(CALLS)) {
            writeDown(frame.json());
            this.acknowledged.run();
        }
        else if (frame.isFor(ERRORS) || frame.command().equals("ERROR")) {
            this.faults.add(frame);
        }
        else if (frame.command().equals("MESSAGE") && frame.json().path("type").asString().equals("NOTE")) {
            this.notes.add(frame.json().at("/note/id").asString());
        }
    }

    private void writeDown(JsonNode call) {
        this.calls.merge(call.path("id").asString(), call, BusyPair::newer);
    }

    private static JsonNode newer(JsonNode one, JsonNode other) {
        return (other.path("version").asLong() > one.path("version").asLong()) ? other : one;
    }

    /** Ends after the call that is going on. */
    public void finish() throws InterruptedException {
        this.closed = true;
        this.life.join();
    }

}

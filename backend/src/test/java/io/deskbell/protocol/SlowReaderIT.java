package io.deskbell.protocol;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import io.deskbell.testing.Browser;
import io.deskbell.testing.Guide;
import io.deskbell.testing.Kiosk;
import io.deskbell.testing.Party;
import io.deskbell.testing.Stomp;
import io.deskbell.testing.StompConnection;
import io.deskbell.testing.TcpWebSocket;
import io.deskbell.testing.Transport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Who does not read delays nobody, and is disconnected. */
class SlowReaderIT extends ProtocolTest {

    /** For nine rounds of ten: a busy machine may hold up any one of them. */
    private static final Duration QUICK = Duration.ofMillis(300);

    /**
     * Who waits for a stuck reader waits until it is cut off, which takes twice as long.
     */
    private static final Duration NOT_STUCK = Duration.ofMillis(2_500);

    private static final int SMALL_BUFFER = 4 * 1024;

    private static final String LONG_TEXT = "가".repeat(2_000);

    private static final int WARM_UP = 50;

    private static final int NOTES_A_ROUND = 3;

    private static final int MOST_ROUNDS = 5_000;

    private final List<Stomp> deaf = new ArrayList<>();

    private String region;

    private StompConnection watch;

    @BeforeEach
    void watchARegion() {
        this.region = admin().region();
        this.watch = StompConnection.open(admin().browser(), Transport.WEBSOCKET)
            .follow("/topic/regions." + this.region);
    }

    @AfterEach
    void hangUp() throws IOException {
        this.watch.close();
        for (Stomp one : this.deaf) {
            one.close();
        }
    }

    @Test
    void alertsAndTalksOfOthersStayQuick() throws IOException {
        Guide guide = this.deskbell.guide(this.region);
        Guide colleague = this.deskbell.guide(this.region);
        Kiosk kiosk = this.deskbell.kiosk(this.region);
        Kiosk talking = this.deskbell.kiosk(this.region);
        String call = talking.talksWith(colleague);
        Supplier<Duration> round = () -> {
            assertThat(said(talking, colleague, call)).isLessThan(NOT_STUCK);
            return alert(kiosk, guide);
        };
        warmUp(round);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String name = admin().guide(this.region);
            deaf(this.deskbell.browserOf(name)).followed("/topic/regions." + this.region);
            names.add(name);
        }
        staysQuickUntilGone(names, () -> {
            for (int i = 0; i < NOTES_A_ROUND; i++) {
                note();
            }
            return round.get();
        });
    }

    @Test
    void aDeskIsAcknowledgedWhileItsGuideDoesNotRead() throws IOException {
        Guide healthy = this.deskbell.guide(this.region);
        Kiosk kiosk = this.deskbell.kiosk(this.region);
        String first = kiosk.talksWith(healthy);
        warmUp(() -> said(kiosk, healthy, first));
        kiosk.act("end", first);
        kiosk.call("ENDED");
        String name = admin().guide(this.region);
        Stomp guide = deaf(this.deskbell.browserOf(name)).followed("/user/queue/messages");
        String call = kiosk.rings();
        guide.send("/app/calls." + call + ".accept", "");
        kiosk.call(call, "ACTIVE");
        staysQuickUntilGone(List.of(name), () -> acknowledged(kiosk, call));
    }

    @Test
    void aGuideIsAcknowledgedWhileTheDeskDoesNotRead() throws IOException {
        Guide guide = this.deskbell.guide(this.region);
        Kiosk healthy = this.deskbell.kiosk(this.region);
        String first = healthy.talksWith(guide);
        warmUp(() -> said(guide, healthy, first));
        guide.act("end", first);
        guide.call("ENDED");
        String name = admin().desk(this.region);
        Stomp desk = deaf(this.deskbell.browserOfDesk(name)).followed("/user/queue/messages");
        desk.send("/app/calls.ring", Map.of("requestId", "r", "language", "ko"));
        String call = guide.hears("CALL", (event) -> event.at("/call/desk/code").asString().equals(name))
            .at("/call/id")
            .asString();
        guide.accept(call);
        guide.call(call, "ACTIVE");
        staysQuickUntilGone(List.of(name), () -> acknowledged(guide, call));
    }

    /** Connected, with little room for what is not read. */
    private Stomp deaf(Browser browser) throws IOException {
        Stomp one = Stomp.connect(browser, TcpWebSocket.open(browser, SMALL_BUFFER)).followed("/user/queue/errors");
        this.deaf.add(one);
        return one;
    }

    private static void warmUp(Supplier<Duration> round) {
        for (int i = 0; i < WARM_UP; i++) {
            round.get();
        }
    }

    private void staysQuickUntilGone(List<String> names, Supplier<Duration> round) {
        List<Duration> times = new ArrayList<>();
        List<String> left = new ArrayList<>(names);
        while (!left.isEmpty() && times.size() < MOST_ROUNDS) {
            times.add(round.get());
            left.removeIf(this::isGone);
        }
        Collections.sort(times);
        System.out.printf("SlowReaderIT: %d rounds, median %s, longest %s%n", times.size(), times.get(times.size() / 2),
                times.getLast());
        assertThat(left).as("still connected").isEmpty();
        assertThat(times.get(times.size() * 9 / 10)).isLessThan(QUICK);
        assertThat(times.getLast()).isLessThan(NOT_STUCK);
    }

    private boolean isGone(String name) {
        return this.watch.waiting("/topic/regions." + this.region)
            .stream()
            .anyMatch((event) -> is(event, "username", name, "connected") || is(event, "desk", name, "online"));
    }

    private static boolean is(JsonNode event, String who, String name, String there) {
        return event.path(who).asString("").equals(name) && event.path(there).isBoolean()
                && !event.path(there).asBoolean();
    }

    private void note() {
        admin().browser()
            .post("/api/notes", Map.of("to", Map.of("region", this.region), "contents", LONG_TEXT))
            .is(201);
    }

    /** How long it took from the button to the guide. */
    private static Duration alert(Kiosk kiosk, Guide guide) {
        long start = System.nanoTime();
        kiosk.ring(UUID.randomUUID().toString());
        String call = guide
            .hears("CALL",
                    (event) -> event.at("/call/desk/code").asString().equals(kiosk.desk())
                            && event.at("/call/state").asString().equals("RINGING"))
            .at("/call/id")
            .asString();
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        kiosk.act("cancel", call);
        kiosk.call(call, "CANCELLED");
        return time;
    }

    private static Duration said(Party sender, Party receiver, String call) {
        Duration time = acknowledged(sender, call);
        receiver.message();
        return time;
    }

    /** How long it took until the sender's own copy was there. */
    private static Duration acknowledged(Party sender, String call) {
        long start = System.nanoTime();
        sender.say(call, UUID.randomUUID().toString(), LONG_TEXT);
        sender.message();
        return Duration.ofNanos(System.nanoTime() - start);
    }

}

package io.deskbell.protocol;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.deskbell.shared.time.SteadyClock;
import io.deskbell.testing.Admin;
import io.deskbell.testing.Browser;
import io.deskbell.testing.Guide;
import io.deskbell.testing.HttpAnswer;
import io.deskbell.testing.Kiosk;
import io.deskbell.testing.StompConnection;
import io.deskbell.testing.Transport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever puts the machine's clock forward or back: words, notes, desks, regions and
 * sign-ins keep their order, and last as long as they would have.
 */
@TestPropertySource(properties = "spring.application.name=clock-jump")
class ClockJumpIT extends ClockTest {

    @Autowired
    private SteadyClock clock;

    @ParameterizedTest
    @ValueSource(strings = { "PT1H", "-PT1H", "PT11H", "-PT11H" })
    void whatIsSaidIsSaidWithinTheCallAndInOrder(Duration by) {
        String call = this.kiosk.talksWith(this.guide);
        this.kiosk.say(call, "1", "before");
        this.kiosk.message();
        pass(5);
        put(by);
        this.kiosk.say(call, "2", "after");
        this.kiosk.message();
        this.kiosk.act("end", call);
        JsonNode ended = this.kiosk.call(call, "ENDED");
        List<String> said = this.guide.history(call).findValuesAsString("sendDate");
        assertThat(said).hasSize(2).isSorted();
        assertThat(said).allMatch((at) -> at.compareTo(ended.path("acceptedAt").asString()) >= 0
                && at.compareTo(ended.path("endedAt").asString()) <= 0);
        assertThat(Duration.between(Instant.parse(said.getFirst()), Instant.parse(said.getLast())))
            .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(40));
        assertThat(admin().browser()
            .get("/api/admin/messages", "region", this.region, "from", ended.path("ringAt").asString(), "to",
                    this.clock.instant().plusSeconds(1).toString())
            .is(200)
            .each("contents")).containsExactly("after", "before");
    }

    @ParameterizedTest
    @ValueSource(strings = { "PT1H", "-PT1H", "PT11H", "-PT11H" })
    void whatNotesTellOfIsAsLongAgoAsBefore(Duration by) {
        String call = this.kiosk.rings();
        pass(2);
        put(by);
        assertThat(sinceNote(call)).isBetween(Duration.ZERO, Duration.ofSeconds(40));
        this.kiosk.act("cancel", call);
        this.kiosk.call(call, "CANCELLED");
        put(by.negated());
        String again = this.kiosk.rings();
        assertThat(this.guide.inbox().at("/items/0/times").asInt()).isEqualTo(2);
        this.kiosk.act("cancel", again);
        this.kiosk.call(again, "CANCELLED");
        pass(601);
        put(by);
        this.kiosk.rings();
        assertThat(this.guide.inbox().at("/items/0/times").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "PT1H", "-PT1H", "PT11H", "-PT11H" })
    void aDeskIsMissedInItsTimeAndNoneThatIsThere(Duration by) {
        StompConnection admins = StompConnection.open(admin().browser(), Transport.WEBSOCKET)
            .follow("/user/queue/notes");
        Kiosk gone = this.deskbell.kiosk(this.region);
        hears(gone, true);
        gone.line().close();
        hears(gone, false);
        pass(30);
        put(by);
        pass(25);
        assertThat(Duration.between(Instant.parse(desk(gone).path("lastSeen").asString()), this.clock.instant()))
            .isBetween(Duration.ofSeconds(55), Duration.ofSeconds(90));
        pass(6);
        JsonNode told = admins.next("/user/queue/notes",
                (note) -> note.path("contents").asString().contains(Admin.nameOf(gone.desk())));
        assertThat(told.at("/event/type").asString()).isEqualTo("DESK_SILENT");
        put(by.negated());
        assertThat(this.guide.inbox().path("items").findValuesAsString("kind")).containsExactly("TEXT");
        assertThat(desk(this.kiosk).path("online").asBoolean()).isTrue();
        admins.close();
    }

    @ParameterizedTest
    @ValueSource(strings = { "PT1H", "-PT1H", "PT11H", "-PT11H" })
    void thatNobodyIsOnDutyIsToldAgainInItsTime(Duration by) {
        StompConnection admins = StompConnection.open(admin().browser(), Transport.WEBSOCKET)
            .follow("/user/queue/notes");
        Guide other = this.deskbell.guide(admin().region());
        this.guide.line().send("/app/presence", Map.of("state", "AWAY"));
        hearsThatNobodyIsThere(admins);
        put(by);
        pass(7 * 3600 + 3500);
        other.line().send("/app/presence", Map.of("state", "AWAY"));
        admins.next("/user/queue/notes",
                (note) -> note.path("contents").asString().contains(Admin.nameOf(other.region())));
        assertThat(admins.waiting("/user/queue/notes")).noneMatch(this::tellsOfTheRegion);
        assertThat(told()).isEqualTo(1);
        pass(101);
        hearsThatNobodyIsThere(admins);
        admins.close();
    }

    @ParameterizedTest
    @ValueSource(strings = { "PT1H", "-PT1H", "PT11H", "-PT11H" })
    void whoHasTriedTooOftenWaitsAsLongAsBefore(Duration by) {
        String username = admin().guide(this.region);
        Browser browser = this.deskbell.browser();
        HttpAnswer refused = browser.signIn(username, "wrong");
        for (int i = 0; i < 20 && refused.status() == 401; i++) {
            refused = browser.signIn(username, "wrong");
        }
        refused.isProblem(429, "TOO_MANY_ATTEMPTS");
        put(by);
        // One comes back each half a minute, perhaps just now.
        assertThat(browser.signIn(username, "wrong").status()).isIn(401, 429);
        HttpAnswer after = browser.signIn(username, "wrong");
        assertThat(Integer.parseInt(after.isProblem(429, "TOO_MANY_ATTEMPTS").header("retry-after"))).isBetween(1, 31);
    }

    @ParameterizedTest
    @ValueSource(strings = { "PT1H", "-PT1H", "PT11H", "-PT11H" })
    void aPasswordForOneSignInIsGoodForADay(Duration by) {
        String path = "/api/admin/accounts/%s/password";
        String one = admin().guide(this.region);
        String other = admin().guide(this.region);
        String first = admin().browser().post(path.formatted(one), "").is(201).json().path("password").asString();
        String second = admin().browser().post(path.formatted(other), "").is(201).json().path("password").asString();
        put(by);
        pass(23 * 3600);
        this.deskbell.browser().signIn(one, first).is(200);
        this.deskbell.browser().signIn(one, first).isProblem(401, "BAD_CREDENTIALS");
        pass(3600);
        this.deskbell.browser().signIn(other, second).isProblem(401, "BAD_CREDENTIALS");
    }

    @ParameterizedTest
    @ValueSource(strings = { "PT11H", "-PT1H" })
    void nobodyIsFoundSignedOutBeforeTheClockIsFollowed(Duration by) {
        Browser signedIn = this.guide.browser();
        for (int i = 0; i < 5; i++) {
            putUnnoticed(by);
            signedIn.get("/api/session").is(200);
            assertThat(Duration.between(this.clock.instant(), this.deskbell.clock().instant()).abs())
                .isLessThan(Duration.ofSeconds(1));
            put(by.negated());
        }
    }

    private Duration sinceNote(String call) {
        JsonNode note = this.guide.inbox().at("/items/0");
        assertThat(note.path("callId").asString()).isEqualTo(call);
        return Duration.between(Instant.parse(note.path("sendDate").asString()), this.clock.instant());
    }

    private void hears(Kiosk desk, boolean online) {
        this.guide.hears("DESK", (event) -> event.path("desk").asString().equals(desk.desk())
                && event.path("online").asBoolean() == online);
    }

    private JsonNode desk(Kiosk desk) {
        return admin().browser().get("/api/admin/desks/" + desk.desk()).is(200).json();
    }

    private void hearsThatNobodyIsThere(StompConnection admins) {
        admins.next("/user/queue/notes", this::tellsOfTheRegion);
    }

    private boolean tellsOfTheRegion(JsonNode note) {
        return note.path("contents").asString().contains(Admin.nameOf(this.region));
    }

    private long told() {
        return admin().browser()
            .get("/api/notes", "limit", 200)
            .is(200)
            .json()
            .path("items")
            .valueStream()
            .filter(this::tellsOfTheRegion)
            .count();
    }

}

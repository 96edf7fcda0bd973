package io.deskbell.protocol;

import java.time.Duration;
import java.util.Map;

import io.deskbell.testing.Admin;
import io.deskbell.testing.Guide;
import io.deskbell.testing.Kiosk;
import io.deskbell.testing.StompConnection;
import io.deskbell.testing.Transport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who is on duty, what a region without anybody means, and desks whose calls are no
 * calls.
 */
class PresenceIT extends ProtocolTest {

    private String region;

    private Guide guide;

    private Kiosk kiosk;

    @BeforeEach
    void begin() {
        this.region = admin().region();
        this.guide = this.deskbell.guide(this.region);
        this.kiosk = this.deskbell.kiosk(this.region);
    }

    @Test
    void aGuideWithAsManyCallsAsPossibleIsBusyByItself() {
        String call = this.kiosk.talksWith(this.guide);
        JsonNode busy = this.guide.hears("PRESENCE", (event) -> event.path("state").asString().equals("BUSY"));
        assertThat(busy.path("intent").asString()).isEqualTo("AVAILABLE");
        assertThat(busy.path("calls").asInt()).isEqualTo(1);
        assertThat(this.guide.hearsAny("COVERAGE").path("onDuty").asInt()).isZero();
        assertThat(presence().path("state").asString()).isEqualTo("BUSY");
        assertThat(this.guide.browser().get("/api/session").json().path("presence").asString()).isEqualTo("AVAILABLE");
        this.guide.act("end", call);
        this.guide.hears("PRESENCE", (event) -> event.path("state").asString().equals("AVAILABLE"));
        assertThat(this.guide.hearsAny("COVERAGE").path("onDuty").asInt()).isEqualTo(1);
    }

    @Test
    void aGuideWhoIsBusyIsNotOnDuty() {
        this.kiosk.talksWith(this.guide);
        Kiosk other = this.deskbell.kiosk(this.region);
        other.rings();
        assertThat(other.currentCalls().get(0).path("onDuty").asInt()).isZero();
    }

    @Test
    void colleaguesHearOfAnotherName() {
        admin().browser().patch("/api/admin/accounts/" + this.guide.username(), Map.of("displayName", "새 이름")).is(200);
        this.guide.hears("PRESENCE", (event) -> event.path("username").asString().equals(this.guide.username())
                && event.path("displayName").asString("").equals("새 이름"));
    }

    @Test
    void theirRegionHearsWhatADeskIsCalledInOtherLanguages() {
        admin().browser()
            .patch("/api/admin/desks/" + this.kiosk.desk(), Map.of("names", Map.of("en", "East hall")))
            .is(200);
        this.guide.hears("DESK", (event) -> event.path("desk").asString().equals(this.kiosk.desk())
                && event.at("/names/en").asString("").equals("East hall"));
    }

    @Test
    void severalTabsAreOneGuide() {
        StompConnection tab = StompConnection.open(this.guide.browser(), Transport.WEBSOCKET);
        String call = this.kiosk.rings();
        assertThat(this.kiosk.browser().get("/api/calls/" + call).json().at("/alerts/sent").asInt()).isEqualTo(1);
        tab.close();
        this.guide.accept(call);
        this.guide.call(call, "ACTIVE");
        assertThat(presence().path("connected").asBoolean()).isTrue();
    }

    @Test
    void adminsHaveANoteWhenTheLastGuideGoes() {
        StompConnection admin = StompConnection.open(admin().browser(), Transport.WEBSOCKET)
            .follow("/user/queue/notes")
            .follow("/topic/regions." + this.region);
        this.guide.line().send("/app/presence", Map.of("state", "AWAY"));
        hearsThatNobodyIsThere(admin);
        this.deskbell.clock().forward(Duration.ofHours(8));
        hearsThatNobodyIsThere(admin);
        this.guide.line().send("/app/presence", Map.of("state", "AVAILABLE"));
        this.guide.hears("PRESENCE", (event) -> event.path("state").asString().equals("AVAILABLE"));
        // Who comes and goes is worked off one after the other.
        this.deskbell.guide(admin().region());
        this.guide.line().close();
        admin.next("/topic/regions." + this.region,
                (event) -> event.path("type").asString().equals("PRESENCE") && !event.path("connected").asBoolean());
        this.deskbell.guide(admin().region());
        this.deskbell.clock().forward(Duration.ofSeconds(31));
        hearsThatNobodyIsThere(admin);
        admin.close();
    }

    @Test
    void aReloadIsNoLossAlsoWhereAColleagueIsAway() {
        Guide colleague = this.deskbell.guide(this.region);
        colleague.line().send("/app/presence", Map.of("state", "AWAY"));
        colleague.hears("PRESENCE", (event) -> event.path("state").asString().equals("AWAY"));
        StompConnection admin = StompConnection.open(admin().browser(), Transport.WEBSOCKET)
            .follow("/user/queue/notes");
        this.guide.line().close();
        colleague.hears("PRESENCE", (event) -> !event.path("connected").asBoolean());
        this.deskbell.guide(admin().region());
        StompConnection back = StompConnection.open(this.guide.browser(), Transport.WEBSOCKET);
        colleague.hears("PRESENCE", (event) -> event.path("username").asString().equals(this.guide.username())
                && event.path("connected").asBoolean());
        this.deskbell.guide(admin().region());
        this.deskbell.clock().forward(Duration.ofSeconds(31));
        back.send("/app/presence", Map.of("state", "AWAY"));
        hearsThatNobodyIsThere(admin);
        assertThat(admin.waiting("/user/queue/notes")).noneMatch(this::tellsOfTheRegion);
        assertThat(admin().browser()
            .get("/api/notes", "limit", 200)
            .json()
            .path("items")
            .valueStream()
            .filter(this::tellsOfTheRegion)).hasSize(1);
        back.close();
        admin.close();
    }

    @Test
    void aDeskThatCancelsAgainAndAgainCoolsDown() {
        for (int i = 0; i < 10; i++) {
            ringAndCancel();
        }
        this.kiosk.ring("one more");
        JsonNode refusal = this.kiosk.refusal();
        assertThat(refusal.path("code").asString()).isEqualTo("RATE_LIMITED");
        assertThat(refusal.path("ref").asString()).isEqualTo("one more");
        this.deskbell.clock().forward(Duration.ofSeconds(61));
        String call = this.kiosk.rings();
        this.guide.accept(call);
        this.guide.call(call, "ACTIVE");
        this.kiosk.act("end", call);
        this.kiosk.call(call, "ENDED");
        for (int i = 0; i < 10; i++) {
            ringAndCancel();
        }
    }

    @Test
    void aCallThatIsCancelledAtOnceCountsForNothing() {
        for (int i = 0; i < 20; i++) {
            String call = this.kiosk.rings();
            this.kiosk.act("cancel", call);
            this.kiosk.call(call, "CANCELLED");
        }
        this.kiosk.rings();
    }

    @Test
    void aButtonThatGoesOnBeingPressedIsNoticed() {
        this.kiosk.rings();
        for (int i = 0; i <= 20; i++) {
            this.kiosk.ring("press-" + i);
        }
        assertThat(this.guide.hearsNote("TEXT").path("contents").asString()).contains(Admin.nameOf(this.kiosk.desk()));
        assertThat(this.kiosk.currentCalls()).hasSize(1);
    }

    private void ringAndCancel() {
        String call = this.kiosk.rings();
        this.deskbell.clock().forward(Duration.ofSeconds(2));
        this.kiosk.act("cancel", call);
        this.kiosk.call(call, "CANCELLED");
    }

    private void hearsThatNobodyIsThere(StompConnection admin) {
        admin.next("/user/queue/notes",
                (note) -> note.path("kind").asString().equals("TEXT") && tellsOfTheRegion(note));
    }

    private boolean tellsOfTheRegion(JsonNode note) {
        return note.path("contents").asString().contains(Admin.nameOf(this.region));
    }

    private JsonNode presence() {
        return this.guide.browser()
            .get("/api/regions/" + this.region + "/presence")
            .json()
            .path("items")
            .valueStream()
            .filter((item) -> item.path("username").asString().equals(this.guide.username()))
            .findFirst()
            .orElseThrow();
    }

}

package io.deskbell.protocol;

import java.time.Duration;
import java.util.Map;

import io.deskbell.testing.Guide;
import io.deskbell.testing.Kiosk;
import io.deskbell.testing.StompConnection;
import io.deskbell.testing.Transport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** A guide or a desk whose connection is gone in the middle of a conversation. */
class LostParticipantsIT extends ProtocolTest {

    private String region;

    private Kiosk kiosk;

    private Guide guide;

    private Guide colleague;

    private String call;

    @BeforeEach
    void talk() {
        this.region = admin().region();
        this.kiosk = this.deskbell.kiosk(this.region);
        this.guide = this.deskbell.guide(this.region);
        this.colleague = this.deskbell.guide(this.region);
        this.call = this.kiosk.talksWith(this.guide);
        this.kiosk.say(this.call, "m-1", "안녕하세요");
        this.guide.message();
        this.kiosk.message();
    }

    @Test
    void aGuideWhoDoesNotComeBackMakesTheCallRingAgainWithItsChat() {
        loseTheGuide();
        pass(31);
        JsonNode again = this.colleague
            .hears("CALL",
                    (event) -> event.at("/call/state").asString().equals("RINGING")
                            && event.at("/call/guide/username").asString().equals(this.guide.username()))
            .path("call");
        assertThat(again.path("guideOnline").asBoolean()).isFalse();
        assertThat(again.path("ringingSince").asString()).isGreaterThan(again.path("ringAt").asString());
        this.kiosk.call(this.call, "RINGING");
        this.kiosk.say(this.call, "m-2", "여보세요?");
        assertThat(this.kiosk.message().path("seq").asInt()).isEqualTo(2);
        assertThat(this.kiosk.history(this.call)).hasSize(2);
        this.colleague.accept(this.call);
        this.colleague.call(this.call, "ACTIVE");
        assertThat(this.colleague.history(this.call)).hasSize(2);
        this.colleague.say(this.call, "m-3", "네, 말씀하세요");
        assertThat(this.kiosk.message().path("contents").asString()).isEqualTo("네, 말씀하세요");
        assertThat(admin().browser().get("/api/calls/" + this.call + "/events").each("kind")).containsExactly("RANG",
                "ACCEPTED", "GUIDE_LOST", "ACCEPTED");
    }

    @Test
    void aGuideWhoComesBackInTimeGoesOn() {
        loseTheGuide();
        pass(29);
        StompConnection back = StompConnection.open(this.guide.browser(), Transport.WEBSOCKET);
        this.kiosk.line().next("/user/queue/calls", (it) -> it.path("guideOnline").asBoolean());
        pass(31);
        JsonNode now = this.kiosk.browser().get("/api/calls/" + this.call).json();
        assertThat(now.path("state").asString()).isEqualTo("ACTIVE");
        assertThat(now.at("/guide/username").asString()).isEqualTo(this.guide.username());
        back.close();
    }

    @Test
    void aGuideWhoComesBackLateMayTakeItAgain() {
        loseTheGuide();
        pass(31);
        this.kiosk.call(this.call, "RINGING");
        StompConnection back = StompConnection.open(this.guide.browser(), Transport.WEBSOCKET)
            .follow("/topic/regions." + this.region);
        back.next("/topic/regions." + this.region, (event) -> event.at("/call/id").asString().equals(this.call));
        back.send("/app/calls." + this.call + ".accept", "");
        JsonNode taken = this.kiosk.call(this.call, "ACTIVE");
        assertThat(taken.at("/guide/username").asString()).isEqualTo(this.guide.username());
        back.close();
    }

    @Test
    void aCallThatRingsAgainIsMissedInTheEnd() {
        loseTheGuide();
        pass(31);
        this.kiosk.call(this.call, "RINGING");
        pass(121);
        this.kiosk.call(this.call, "MISSED");
        this.kiosk.act("leave", this.call, Map.of("contents", "전화 주세요"));
        this.colleague.hearsNote("LEFT");
    }

    @Test
    void aVisitorWhoGivesUpCancelsACallThatRingsAgain() {
        loseTheGuide();
        pass(31);
        this.kiosk.call(this.call, "RINGING");
        this.kiosk.act("cancel", this.call);
        this.kiosk.call(this.call, "CANCELLED");
    }

    @Test
    void aGuideWithAnotherTabIsThere() {
        StompConnection tab = StompConnection.open(this.guide.browser(), Transport.WEBSOCKET);
        this.guide.line().close();
        pass(31);
        tab.follow("/user/queue/messages").follow("/user/queue/calls");
        this.kiosk.say(this.call, "m-2", "아직 계세요?");
        tab.next("/user/queue/messages");
        assertThat(this.kiosk.currentCalls().get(0).path("state").asString()).isEqualTo("ACTIVE");
        tab.close();
    }

    @Test
    void aTalkWhoseDeskDoesNotComeBackEnds() {
        this.kiosk.line().close();
        this.guide.line().next("/user/queue/calls", (it) -> !it.path("deskOnline").asBoolean());
        pass(61);
        JsonNode ended = this.guide.call(this.call, "ENDED");
        assertThat(ended.path("endReason").asString()).isEqualTo("DESK_GONE");
        assertThat(ended.path("deskOnline").asBoolean()).isFalse();
        this.colleague.hears("PRESENCE", (event) -> event.path("username").asString().equals(this.guide.username())
                && event.path("state").asString().equals("AVAILABLE"));
    }

    @Test
    void aTalkThatLostBothSidesEndsThoughItRingsAgain() {
        this.kiosk.line().close();
        this.colleague.hears("CALL", (event) -> !event.at("/call/deskOnline").asBoolean());
        this.guide.line().close();
        this.colleague.hears("CALL", (event) -> !event.at("/call/guideOnline").asBoolean());
        pass(31);
        this.colleague.hearsCall("RINGING");
        pass(30);
        assertThat(this.colleague.hearsCall("ENDED").path("endReason").asString()).isEqualTo("DESK_GONE");
        assertThat(admin().browser().get("/api/calls/" + this.call + "/events").each("kind")).contains("DESK_LOST");
    }

    @Test
    void whoAnswersADeskThatIsAwayGivesItTimeToComeBack() {
        Kiosk other = this.deskbell.kiosk(this.region);
        String away = other.rings();
        other.line().close();
        this.colleague.hears("CALL",
                (event) -> event.at("/call/id").asString().equals(away) && !event.at("/call/deskOnline").asBoolean());
        pass(100);
        this.colleague.accept(away);
        this.colleague.call(away, "ACTIVE");
        pass(30);
        StompConnection back = StompConnection.open(other.browser(), Transport.WEBSOCKET);
        this.colleague.line()
            .next("/user/queue/calls", (it) -> it.path("id").asString().equals(away)
                    && it.path("state").asString().equals("ACTIVE") && it.path("deskOnline").asBoolean());
        back.close();
    }

    @Test
    void aDeskThatComesBackInTimeGoesOn() {
        this.kiosk.line().close();
        this.guide.line().next("/user/queue/calls", (it) -> !it.path("deskOnline").asBoolean());
        pass(55);
        StompConnection back = StompConnection.open(this.kiosk.browser(), Transport.WEBSOCKET);
        this.guide.line().next("/user/queue/calls", (it) -> it.path("deskOnline").asBoolean());
        pass(61);
        assertThat(this.guide.browser().get("/api/calls/" + this.call).json().path("state").asString())
            .isEqualTo("ACTIVE");
        back.close();
    }

    private void loseTheGuide() {
        this.guide.line().close();
        this.kiosk.line().next("/user/queue/calls", (it) -> !it.path("guideOnline").asBoolean());
    }

    private void pass(int seconds) {
        this.deskbell.clock().forward(Duration.ofSeconds(seconds));
    }

}

package io.deskbell.protocol;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.deskbell.testing.Browser;
import io.deskbell.testing.Guide;
import io.deskbell.testing.Kiosk;
import io.deskbell.testing.StompConnection;
import io.deskbell.testing.Transport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What a call does to those it concerns, and to nobody else. */
class CallsIT extends ProtocolTest {

    private String region;

    private Kiosk kiosk;

    @BeforeEach
    void makeADesk() {
        this.region = admin().region();
        this.kiosk = this.deskbell.kiosk(this.region);
    }

    @Test
    void aGuideWhoWasOfflineFindsTheAlertAsAnUnreadNote() {
        String username = admin().guide(this.region);
        String call = this.kiosk.rings();
        JsonNode inbox = this.deskbell.browserOf(username).get("/api/notes").is(200).json();
        assertThat(inbox.path("unread").asInt()).isEqualTo(1);
        JsonNode note = inbox.at("/items/0");
        assertThat(note.path("kind").asString()).isEqualTo("CALL");
        assertThat(note.path("callId").asString()).isEqualTo(call);
        assertThat(note.at("/from/desk/code").asString()).isEqualTo(this.kiosk.desk());
        assertThat(note.at("/to/region").asString()).isEqualTo(this.region);
        assertThat(note.path("readAt").isNull()).isTrue();
    }

    @Test
    void aGuideOfAnotherRegionGetsNothing() {
        Guide other = this.deskbell.guide(admin().region());
        String call = this.kiosk.rings();
        other.browser().get("/api/calls/" + call).isProblem(404, "NOT_FOUND");
        other.browser().get("/api/calls/" + call + "/messages").isProblem(404, "NOT_FOUND");
        assertThat(other.browser().get("/api/calls").each("id")).isEmpty();
        assertThat(other.browser().get("/api/calls", "region", this.region).each("id")).isEmpty();
        assertThat(other.inbox().path("items")).isEmpty();
        other.accept(call);
        assertThat(other.refusal().path("code").asString()).isEqualTo("NOT_FOUND");
        String own = this.deskbell.kiosk(other.region()).rings();
        List<JsonNode> heard = List.of(other.hearsAny("CALL", "NOTE"), other.hearsAny("CALL", "NOTE"));
        assertThat(heard).allSatisfy((event) -> assertThat(event.toString()).contains(own).doesNotContain(call));
    }

    @Test
    void anotherDeskKnowsNothingOfTheCall() {
        Kiosk other = this.deskbell.kiosk(this.region);
        String call = this.kiosk.rings();
        other.browser().get("/api/calls/" + call).isProblem(404, "NOT_FOUND");
        other.act("cancel", call);
        assertThat(other.refusal().path("code").asString()).isEqualTo("NOT_FOUND");
    }

    @Test
    void theSameRequestAgainIsTheSameCallAndNoSecondAlert() {
        Guide guide = this.deskbell.guide(this.region);
        this.kiosk.ring("once");
        String call = this.kiosk.call("RINGING").path("id").asString();
        this.kiosk.ring("once");
        assertThat(this.kiosk.call("RINGING").path("id").asString()).isEqualTo(call);
        this.kiosk.ring("another while it rings");
        assertThat(this.kiosk.call("RINGING").path("id").asString()).isEqualTo(call);
        this.kiosk.act("cancel", call);
        guide.hearsCall("CANCELLED");
        this.kiosk.ring("once");
        assertThat(this.kiosk.call("CANCELLED").path("id").asString()).isEqualTo(call);
        assertThat(guide.inbox().path("items")).hasSize(1);
    }

    @Test
    void whoBeginsToFollowARegionIsToldWhatRingsThere() {
        String call = this.kiosk.rings();
        StompConnection connection = StompConnection.open(this.deskbell.browserOf(admin().guide(this.region)),
                Transport.WEBSOCKET);
        connection.follow("/topic/regions." + this.region);
        JsonNode told = connection.next("/topic/regions." + this.region,
                (it) -> it.path("type").asString().equals("CALL"));
        assertThat(told.at("/call/id").asString()).isEqualTo(call);
        connection.close();
    }

    @Test
    void aCallThatNobodyAnswersIsMissedWithANote() {
        Guide guide = this.deskbell.guide(this.region);
        String call = this.kiosk.rings();
        this.deskbell.clock().forward(Duration.ofSeconds(121));
        assertThat(this.kiosk.call(call, "MISSED").path("endReason").asString()).isEqualTo("NOBODY_ANSWERED");
        assertThat(guide.hearsNote("MISSED").path("callId").asString()).isEqualTo(call);
        assertThat(guide.hearsCall("MISSED").path("id").asString()).isEqualTo(call);
        guide.accept(call);
        assertThat(guide.refusal().path("code").asString()).isEqualTo("CALL_OVER");
        this.kiosk.act("leave", call, Map.of("contents", "전화해 주세요"));
        assertThat(guide.hearsNote("LEFT").path("contents").asString()).isEqualTo("전화해 주세요");
    }

    @Test
    void onceACallIsOverItsDeskCannotReadIt() {
        Guide guide = this.deskbell.guide(this.region);
        String call = this.kiosk.talksWith(guide);
        this.kiosk.say(call, "c-1", "secret");
        guide.message();
        guide.act("end", call);
        assertThat(this.kiosk.call(call, "ENDED").path("endReason").asString()).isEqualTo("GUIDE_ENDED");
        this.kiosk.browser().get("/api/calls/" + call + "/messages").isProblem(404, "NOT_FOUND");
        assertThat(guide.history(call)).hasSize(1);
        assertThat(admin().browser().get("/api/calls/" + call + "/messages").is(200).each("contents"))
            .containsExactly("secret");
        this.kiosk.say(call, "c-2", "too late");
        assertThat(this.kiosk.refusal().path("code").asString()).isEqualTo("CALL_OVER");
    }

    @Test
    void anotherGuideOfTheRegionSeesTheCallButNotTheConversation() {
        Guide guide = this.deskbell.guide(this.region);
        String call = this.kiosk.talksWith(guide);
        Browser colleague = this.deskbell.browserOf(admin().guide(this.region));
        colleague.get("/api/calls/" + call).is(200);
        colleague.get("/api/calls/" + call + "/messages").isProblem(404, "NOT_FOUND");
    }

    @Test
    void alertsAreCounted() {
        Guide guide = this.deskbell.guide(this.region);
        Guide other = this.deskbell.guide(this.region);
        JsonNode ringing = guide.browser().get("/api/calls/" + this.kiosk.rings()).json();
        assertThat(ringing.path("onDuty").asInt()).isEqualTo(2);
        assertThat(ringing.at("/alerts/sent").asInt()).isEqualTo(2);
        String call = ringing.path("id").asString();
        guide.act("seen", call, Map.of("audible", false));
        guide.act("seen", call, Map.of("audible", true));
        other.act("decline", call, Map.of("reason", "lunch"));
        other.act("seen", call, Map.of("audible", true));
        this.kiosk.line().next("/user/queue/calls", (it) -> it.at("/alerts/seen").asInt() == 2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ring     | {"requestId": "r"}
            ring     | {"requestId": "r", "language": "de"}
            ring     | {"requestId": "", "language": "ko"}
            ring     | {"requestId": "a\\u0000b", "language": "ko"}
            ring     | {"requestId":
            ring     | []
            """)
    void aPressThatIsNoneIsRefused(String act, String body) {
        this.kiosk.line().send("/app/calls." + act, body);
        assertThat(this.kiosk.refusal().path("code").asString()).isEqualTo("INVALID_REQUEST");
        assertThat(this.kiosk.currentCalls()).isEmpty();
    }

    @Test
    void ratingsAreFromOneToFiveAndOnce() {
        Guide guide = this.deskbell.guide(this.region);
        String call = this.kiosk.talksWith(guide);
        this.kiosk.act("rate", call, Map.of("stars", 5));
        assertThat(this.kiosk.refusal().path("code").asString()).isEqualTo("WRONG_STATE");
        this.kiosk.act("end", call);
        this.kiosk.call(call, "ENDED");
        for (int stars : List.of(0, 6, -1)) {
            this.kiosk.act("rate", call, Map.of("stars", stars));
            assertThat(this.kiosk.refusal().path("code").asString()).isEqualTo("INVALID_REQUEST");
        }
        for (String comment : List.of("x".repeat(2001), "a\0b")) {
            this.kiosk.act("rate", call, Map.of("stars", 1, "comment", comment));
            assertThat(this.kiosk.refusal().path("code").asString()).isEqualTo("INVALID_MESSAGE");
        }
        this.kiosk.act("rate", call, Map.of("stars", 1, "comment", " "));
        JsonNode rated = this.kiosk.line().next("/user/queue/calls", (it) -> !it.path("rating").isNull());
        assertThat(rated.at("/rating/stars").asInt()).isEqualTo(1);
        assertThat(rated.at("/rating/comment").isNull()).isTrue();
        this.kiosk.act("rate", call, Map.of("stars", 2));
        assertThat(this.kiosk.refusal().path("code").asString()).isEqualTo("CALL_OVER");
    }

}

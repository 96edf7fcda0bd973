package io.deskbell.protocol;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.deskbell.testing.Guide;
import io.deskbell.testing.Kiosk;
import io.deskbell.testing.StompConnection;
import io.deskbell.testing.Transport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What happens to a call that nobody answers: every step, once, and for whom. */
class RoutingIT extends ProtocolTest {

    private String neighbours;

    private String region;

    private Kiosk kiosk;

    @BeforeEach
    void makeADesk() {
        this.neighbours = admin().region();
        this.region = admin().region(this.neighbours);
        this.kiosk = this.deskbell.kiosk(this.region);
    }

    @Test
    void aCallThatNobodyAnswersIsToldAgainThenToNeighboursThenToAdminsThenMissed() {
        Guide guide = this.deskbell.guide(this.region);
        Guide neighbour = this.deskbell.guide(this.neighbours);
        StompConnection admin = StompConnection.open(admin().browser(), Transport.WEBSOCKET)
            .follow("/user/queue/notes");
        String call = this.kiosk.rings();
        JsonNode rings = guide.hearsCall("RINGING");
        assertThat(steps(rings)).containsExactly("REMINDER", "FALLBACK", "ADMINS", "MISSED");
        assertThat(rings.at("/ringsIn")).hasSize(1);

        pass(21);
        hearsStep(guide, "REMINDER");
        assertThat(neighbour.inbox().path("items")).isEmpty();

        pass(25);
        JsonNode widened = hearsStep(guide, "FALLBACK");
        assertThat(widened.path("ringsIn").findValuesAsString("code")).containsExactly(this.region, this.neighbours);
        assertThat(neighbour.hearsNote("CALL").path("callId").asString()).isEqualTo(call);
        assertThat(hearsStep(neighbour, "FALLBACK").at("/alerts/sent").asInt()).isEqualTo(2);

        pass(30);
        hearsStep(guide, "ADMINS");
        admin.next("/user/queue/notes",
                (note) -> note.path("callId").asString().equals(call) && note.path("kind").asString().equals("CALL"));

        pass(45);
        assertThat(neighbour.hearsCall("MISSED").path("endReason").asString()).isEqualTo("NOBODY_ANSWERED");
        assertThat(guide.hearsNote("MISSED").path("callId").asString()).isEqualTo(call);
        this.kiosk.call(call, "MISSED");
        assertThat(happened(call)).containsExactly("RANG", "REMINDED", "WIDENED", "ADMINS_TOLD", "MISSED");
        admin.close();
    }

    @Test
    void whatCameLateComesAllTheSameInOrderAndOnce() {
        Guide guide = this.deskbell.guide(this.region);
        String call = this.kiosk.rings();
        pass(500);
        guide.hearsCall("MISSED");
        assertThat(happened(call)).containsExactly("RANG", "REMINDED", "WIDENED", "ADMINS_TOLD", "MISSED");
    }

    @Test
    void whoWasAlertedFirstMayStillAccept() {
        Guide guide = this.deskbell.guide(this.region);
        Guide neighbour = this.deskbell.guide(this.neighbours);
        String call = this.kiosk.rings();
        pass(46);
        hearsStep(neighbour, "FALLBACK");
        guide.accept(call);
        guide.call(call, "ACTIVE");
        neighbour.hearsCall("ACTIVE");
        neighbour.accept(call);
        assertThat(neighbour.refusal().path("code").asString()).isEqualTo("CALL_TAKEN");
    }

    @Test
    void aGuideOfTheFallbackRegionAcceptsAndTalks() {
        this.deskbell.guide(this.region);
        Guide neighbour = this.deskbell.guide(this.neighbours);
        String call = this.kiosk.rings();
        pass(46);
        hearsStep(neighbour, "FALLBACK");
        assertThat(neighbour.browser().get("/api/calls", "state", "RINGING").each("id")).containsExactly(call);
        neighbour.accept(call);
        neighbour.call(call, "ACTIVE");
        this.kiosk.call(call, "ACTIVE");
        neighbour.say(call, "m-1", "부산입니다");
        assertThat(this.kiosk.message().path("contents").asString()).isEqualTo("부산입니다");
    }

    @Test
    void whenAllHaveDeclinedTheNextStepComesAtOnce() {
        Guide one = this.deskbell.guide(this.region);
        Guide other = this.deskbell.guide(this.region);
        Guide neighbour = this.deskbell.guide(this.neighbours);
        String call = this.kiosk.rings();
        one.act("decline", call, Map.of("reason", "식사 중"));
        // Frames of one connection are worked off in their order.
        one.accept(UUID.randomUUID().toString());
        one.refusal();
        assertThat(ringsIn(call)).containsExactly(this.region);
        other.act("decline", call, Map.of());
        hearsStep(neighbour, "FALLBACK");
        neighbour.act("decline", call);
        hearsStep(neighbour, "ADMINS");
        assertThat(happened(call)).containsExactly("RANG", "WIDENED", "ADMINS_TOLD");
        JsonNode alerts = admin().browser().get("/api/calls/" + call + "/alerts").is(200).json().path("items");
        assertThat(alerts).hasSize(3).anySatisfy((alert) -> {
            assertThat(alert.path("username").asString()).isEqualTo(one.username());
            assertThat(alert.path("reason").asString()).isEqualTo("식사 중");
        }).allSatisfy((alert) -> assertThat(alert.path("declinedAt").isNull()).isFalse());
    }

    @Test
    void whoHasDeclinedIsNamedToAllScreensOfTheGuideButNotToTheDesk() {
        Guide guide = this.deskbell.guide(this.region);
        this.deskbell.guide(this.region);
        String call = this.kiosk.rings();
        guide.act("decline", call);
        JsonNode told = guide.hears("CALL", (event) -> !event.at("/call/declinedBy").isEmpty()).path("call");
        assertThat(told.path("declinedBy").valueStream().map(JsonNode::asString)).containsExactly(guide.username());
        JsonNode desk = this.kiosk.line()
            .next("/user/queue/calls", (it) -> it.path("version").asInt() >= told.path("version").asInt());
        assertThat(desk.path("declinedBy")).isEmpty();
        assertThat(this.kiosk.currentCalls().get(0).path("declinedBy")).isEmpty();
    }

    @Test
    void whenTheLastOneWhoCouldAnswerGoesTheNextStepComesAtOnce() {
        Guide one = this.deskbell.guide(this.region);
        Guide other = this.deskbell.guide(this.region);
        Guide neighbour = this.deskbell.guide(this.neighbours);
        String call = this.kiosk.rings();
        one.act("decline", call);
        one.hears("CALL", (event) -> !event.at("/call/declinedBy").isEmpty());
        other.line().send("/app/presence", Map.of("state", "AWAY"));
        hearsStep(neighbour, "FALLBACK");
        assertThat(happened(call)).containsExactly("RANG", "WIDENED");
    }

    @Test
    void whenTheOnlyGuideBeginsAnotherTalkTheNextStepComesAtOnce() {
        Guide guide = this.deskbell.guide(this.region);
        Guide neighbour = this.deskbell.guide(this.neighbours);
        String taken = this.kiosk.rings();
        String call = this.deskbell.kiosk(this.region).rings();
        guide.accept(taken);
        assertThat(hearsStep(neighbour, "FALLBACK").path("id").asString()).isEqualTo(call);
    }

    @Test
    void theChainGoesOnAlsoWhenAdminsKnowAlready() {
        String far = admin().region();
        admin().browser().patch("/api/admin/regions/" + this.neighbours, Map.of("fallback", far)).is(200);
        Guide guide = this.deskbell.guide(this.region);
        Guide helper = this.deskbell.guide(far);
        String call = this.kiosk.rings();
        guide.hearsCall("RINGING");
        Guide neighbour = this.deskbell.guide(this.neighbours);
        pass(46);
        hearsStep(neighbour, "FALLBACK");
        pass(30);
        hearsStep(neighbour, "ADMINS");
        guide.act("decline", call);
        neighbour.act("decline", call);
        assertThat(helper.hearsCall("RINGING").path("id").asString()).isEqualTo(call);
    }

    @Test
    void aTextThatIsLeftIsAcknowledgedAndKeptOnce() {
        Guide guide = this.deskbell.guide(admin().region(), this.region);
        String call = this.kiosk.rings();
        pass(500);
        this.kiosk.call(call, "MISSED");
        for (int i = 0; i < 2; i++) {
            this.kiosk.act("leave", call, Map.of("contents", "지갑을 두고 갔어요"));
            this.kiosk.line().next("/user/queue/calls", (it) -> !it.path("leftAt").isNull());
        }
        assertThat(guide.inbox().path("items").findValuesAsString("kind")).containsOnlyOnce("LEFT");
        assertThat(happened(call)).endsWith("MISSED", "LEFT");
        for (String text : List.of("둘", "셋", "넷", "다섯", "여섯")) {
            this.kiosk.act("leave", call, Map.of("contents", text));
        }
        assertThat(this.kiosk.refusal().path("code").asString()).isEqualTo("RATE_LIMITED");
    }

    @Test
    void aTextBegunWhileNobodyWasThereIsKeptThoughSomebodyHasComeMeanwhile() {
        String absent = admin().guide(this.region);
        String call = this.kiosk.rings();
        Guide guide = Guide.onDuty(this.deskbell, absent, Transport.WEBSOCKET);
        this.kiosk.act("leave", call, Map.of("contents", "다시 올게요"));
        guide.hearsNote("LEFT");
    }

    @Test
    void whenNobodyIsOnDutyTheNextStepsComeAtOnce() {
        String absent = admin().guide(this.region);
        String call = this.kiosk.rings();
        JsonNode told = this.kiosk.line()
            .next("/user/queue/calls", (it) -> it.at("/ringsIn").size() == 2 && it.at("/steps/2/done").asBoolean());
        assertThat(told.path("state").asString()).isEqualTo("RINGING");
        assertThat(told.path("onDuty").asInt()).isZero();
        assertThat(happened(call)).containsExactly("RANG", "WIDENED", "ADMINS_TOLD");
        this.kiosk.act("leave", call, Map.of("contents", "다시 올게요"));
        Guide guide = Guide.onDuty(this.deskbell, absent, Transport.WEBSOCKET);
        guide.accept(call);
        guide.call(call, "ACTIVE");
        assertThat(guide.inbox().toString()).contains("다시 올게요");
    }

    @Test
    void aChainOfFallbacksGoesOnUntilSomebodyIsThere() {
        String far = admin().region();
        admin().browser().patch("/api/admin/regions/" + this.neighbours, Map.of("fallback", far)).is(200);
        Guide helper = this.deskbell.guide(far);
        String call = this.kiosk.rings();
        assertThat(helper.hearsCall("RINGING").path("id").asString()).isEqualTo(call);
        assertThat(ringsIn(call)).containsExactly(this.region, this.neighbours, far);
        assertThat(happened(call)).containsExactly("RANG", "WIDENED", "WIDENED");
    }

    @Test
    void aGuideOfTheFallbackRegionWhoComesLaterIsToldWhatRings() {
        String call = this.kiosk.rings();
        StompConnection connection = StompConnection.open(this.deskbell.browserOf(admin().guide(this.neighbours)),
                Transport.WEBSOCKET);
        connection.follow("/topic/regions." + this.neighbours);
        JsonNode told = connection.next("/topic/regions." + this.neighbours,
                (it) -> it.path("type").asString().equals("CALL"));
        assertThat(told.at("/call/id").asString()).isEqualTo(call);
        connection.close();
    }

    @Test
    void theProofIsForGuidesAndAdminsAlone() {
        Guide guide = this.deskbell.guide(this.region);
        Guide stranger = this.deskbell.guide(admin().region());
        String call = this.kiosk.rings();
        guide.act("seen", call, Map.of("audible", true));
        this.kiosk.line().next("/user/queue/calls", (it) -> it.at("/alerts/seen").asInt() == 1);
        JsonNode alert = guide.browser().get("/api/calls/" + call + "/alerts").is(200).json().at("/items/0");
        assertThat(alert.path("audible").asBoolean()).isTrue();
        assertThat(alert.path("seenAt").asString()).isNotEmpty();
        for (String what : List.of("/alerts", "/events")) {
            this.kiosk.browser().get("/api/calls/" + call + what).isProblem(404, "NOT_FOUND");
            stranger.browser().get("/api/calls/" + call + what).isProblem(404, "NOT_FOUND");
        }
    }

    private void pass(int seconds) {
        this.deskbell.clock().forward(Duration.ofSeconds(seconds));
    }

    /** The change with which this step is done. */
    private static JsonNode hearsStep(Guide guide, String step) {
        return guide
            .hears("CALL",
                    (event) -> event.at("/call/steps")
                        .valueStream()
                        .anyMatch((it) -> it.path("step").asString().equals(step) && it.path("done").asBoolean()))
            .path("call");
    }

    private static List<String> steps(JsonNode call) {
        return call.path("steps").findValuesAsString("step");
    }

    private List<String> ringsIn(String call) {
        return admin().browser().get("/api/calls/" + call).json().path("ringsIn").findValuesAsString("code");
    }

    private List<String> happened(String call) {
        return admin().browser().get("/api/calls/" + call + "/events").is(200).each("kind");
    }

}

package io.deskbell.protocol;

import java.time.Duration;
import java.util.Map;

import io.deskbell.testing.Guide;
import io.deskbell.testing.Kiosk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** A guide hands a call on. */
class TransferIT extends ProtocolTest {

    private String region;

    private Kiosk kiosk;

    private Guide first;

    private Guide second;

    private String call;

    @BeforeEach
    void talk() {
        this.region = admin().region();
        this.kiosk = this.deskbell.kiosk(this.region);
        this.first = this.deskbell.guide(this.region);
        this.second = this.deskbell.guide(this.region);
        this.call = this.kiosk.talksWith(this.first);
        this.kiosk.say(this.call, "m-1", "환승은 어디서 하나요?");
        this.first.message();
    }

    @Test
    void toAColleagueWhoSeesTheWholeChat() {
        transferTo(this.second);
        JsonNode offered = this.second.line().next("/user/queue/calls", (it) -> !it.path("transfer").isNull());
        assertThat(offered.path("state").asString()).isEqualTo("ACTIVE");
        assertThat(offered.at("/guide/username").asString()).isEqualTo(this.first.username());
        assertThat(offered.at("/transfer/to/username").asString()).isEqualTo(this.second.username());
        assertThat(offered.at("/steps/0/step").asString()).isEqualTo("RETURNED");
        assertThat(offered.at("/transfer/reason").asString()).isEqualTo("일본어 손님");
        JsonNode shown = this.kiosk.line().next("/user/queue/calls", (it) -> !it.path("transfer").isNull());
        assertThat(shown.at("/transfer/reason").isNull()).as("why is between guides").isTrue();
        JsonNode note = this.second.line().next("/user/queue/notes");
        assertThat(note.path("kind").asString()).isEqualTo("TRANSFER");
        assertThat(note.at("/from/username").asString()).isEqualTo(this.first.username());
        assertThat(this.second.browser().get("/api/calls/current").each("id")).containsExactly(this.call);
        this.first.say(this.call, "m-2", "잠시만요");
        this.kiosk.line().next("/user/queue/messages", (it) -> it.path("clientId").asString().equals("m-2"));

        this.second.accept(this.call);
        JsonNode taken = this.kiosk.line()
            .next("/user/queue/calls", (it) -> it.at("/guide/username").asString().equals(this.second.username()));
        assertThat(taken.path("transfer").isNull()).isTrue();
        this.first.line()
            .next("/user/queue/calls", (it) -> it.at("/guide/username").asString().equals(this.second.username()));
        assertThat(this.second.history(this.call)).hasSize(2);
        assertThat(this.first.history(this.call)).hasSize(2);
        this.first.say(this.call, "m-3", "too late");
        assertThat(this.first.refusal().path("code").asString()).isEqualTo("NOT_FOUND");
        this.second.say(this.call, "m-4", "이어서 도와드릴게요");
        this.kiosk.line().next("/user/queue/messages", (it) -> it.path("contents").asString().equals("이어서 도와드릴게요"));
    }

    @Test
    void toAPersonOfAnotherRegion() {
        Guide other = this.deskbell.guide(admin().region());
        other.browser().get("/api/calls/" + this.call).isProblem(404, "NOT_FOUND");
        transferTo(other);
        other.line().next("/user/queue/calls", (it) -> !it.path("transfer").isNull());
        other.accept(this.call);
        other.call(this.call, "ACTIVE");
        assertThat(other.history(this.call)).hasSize(1);
    }

    @Test
    void toARegionWhereOneOfAllWins() {
        String busan = admin().region();
        Guide one = this.deskbell.guide(busan);
        Guide other = this.deskbell.guide(busan);
        this.first.act("transfer", this.call, Map.of("to", Map.of("region", busan), "reason", "부산행"));
        one.hears("CALL", (event) -> !event.at("/call/transfer").isNull());
        other.act("decline", this.call);
        one.accept(this.call);
        one.call(this.call, "ACTIVE");
        other.accept(this.call);
        assertThat(other.refusal().path("code").asString()).isEqualTo("CALL_TAKEN");
    }

    @Test
    void thatIsDeclinedComesBackWithANote() {
        transferTo(this.second);
        this.second.line().next("/user/queue/calls", (it) -> !it.path("transfer").isNull());
        this.second.act("decline", this.call);
        cameBack();
        this.second.line().next("/user/queue/calls", (it) -> it.path("transfer").isNull());
        this.second.accept(this.call);
        assertThat(this.second.refusal().path("code").asString()).isEqualTo("CALL_TAKEN");
    }

    @Test
    void thatAllOfARegionDeclineComesBack() {
        String busan = admin().region();
        Guide one = this.deskbell.guide(busan);
        Guide other = this.deskbell.guide(busan);
        this.first.act("transfer", this.call, Map.of("to", Map.of("region", busan)));
        one.hears("CALL", (event) -> !event.at("/call/transfer").isNull());
        one.act("decline", this.call);
        other.act("decline", this.call);
        cameBack();
    }

    @Test
    void thatNobodyTakesComesBackWithANote() {
        transferTo(this.second);
        this.first.line().next("/user/queue/calls", (it) -> !it.path("transfer").isNull());
        this.deskbell.clock().forward(Duration.ofSeconds(121));
        cameBack();
    }

    @Test
    void canBeTakenBackAndHandedOnAgain() {
        transferTo(this.second);
        transferTo(this.second);
        assertThat(this.first.refusal().path("code").asString()).isEqualTo("WRONG_STATE");
        this.first.act("decline", this.call);
        this.second.line().next("/user/queue/calls", (it) -> it.path("transfer").isNull());
        assertThat(this.first.line().waiting("/user/queue/notes")).isEmpty();
        transferTo(this.second);
        this.second.line().next("/user/queue/calls", (it) -> !it.path("transfer").isNull());
        this.kiosk.act("end", this.call);
        assertThat(this.second.call(this.call, "ENDED").path("transfer").isNull()).isTrue();
    }

    @Test
    void isForItsGuideAlone() {
        this.second.act("transfer", this.call, Map.of("to", Map.of("username", this.second.username())));
        assertThat(this.second.refusal().path("code").asString()).isEqualTo("FORBIDDEN");
        this.kiosk.act("transfer", this.call, Map.of("to", Map.of("username", this.second.username())));
        assertThat(this.kiosk.refusal().path("code").asString()).isEqualTo("FORBIDDEN");
        this.first.act("end", this.call);
        this.first.call(this.call, "ENDED");
        transferTo(this.second);
        assertThat(this.first.refusal().path("code").asString()).isEqualTo("CALL_OVER");
    }

    @Test
    void isRefusedByWhoHasAsManyCallsAsPossible() {
        String busy = this.deskbell.kiosk(this.region).talksWith(this.second);
        transferTo(this.second);
        this.second.line().next("/user/queue/calls", (it) -> !it.path("transfer").isNull());
        this.second.accept(this.call);
        assertThat(this.second.refusal().path("code").asString()).isEqualTo("GUIDE_BUSY");
        this.second.act("end", busy);
        this.second.call(busy, "ENDED");
        this.second.accept(this.call);
        this.second.call(this.call, "ACTIVE");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "{}", "{\"to\": {}}", "{\"to\": null}", "{\"to\": {\"username\": \"nobody.at.all\"}}",
            "{\"to\": {\"region\": \"nowhere\"}}", "{\"to\": {\"username\": \"admin\"}}",
            "{\"to\": {\"username\": \"a\", \"region\": \"b\"}}", "{\"to\": {\"username\": 1}}", "[]" })
    void toNobodyIsRefused(String body) {
        this.first.act("transfer", this.call, body);
        assertThat(this.first.refusal().path("code").asString()).isEqualTo("INVALID_REQUEST");
    }

    @Test
    void toOneselfOrWithALongReasonIsRefused() {
        transferTo(this.first);
        assertThat(this.first.refusal().path("code").asString()).isEqualTo("INVALID_REQUEST");
        this.first.act("transfer", this.call,
                Map.of("to", Map.of("username", this.second.username()), "reason", "x".repeat(201)));
        assertThat(this.first.refusal().path("code").asString()).isEqualTo("INVALID_REQUEST");
    }

    private void transferTo(Guide guide) {
        this.first.act("transfer", this.call, Map.of("to", Map.of("username", guide.username()), "reason", "일본어 손님"));
    }

    private void cameBack() {
        JsonNode note = this.first.line().next("/user/queue/notes");
        assertThat(note.path("kind").asString()).isEqualTo("TRANSFER");
        assertThat(note.path("from").isNull()).isTrue();
        assertThat(note.path("callId").asString()).isEqualTo(this.call);
        JsonNode now = this.first.browser().get("/api/calls/" + this.call).json();
        assertThat(now.path("transfer").isNull()).isTrue();
        assertThat(now.at("/guide/username").asString()).isEqualTo(this.first.username());
        assertThat(now.path("state").asString()).isEqualTo("ACTIVE");
    }

}

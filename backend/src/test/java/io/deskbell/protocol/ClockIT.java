package io.deskbell.protocol;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.deskbell.testing.Guide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever puts the machine's clock forward or back: what is under way lasts as long as it
 * would have, and nothing has lasted less than no time.
 */
@TestPropertySource(properties = "spring.application.name=clock")
class ClockIT extends ClockTest {

    private static final Duration SLACK = Duration.ofSeconds(20);

    @ParameterizedTest
    @ValueSource(strings = { "PT1H", "-PT1H", "PT11H", "-PT11H" })
    void aCallThatRingsIsRemindedOfAndMissedInItsTime(Duration by) {
        String call = this.kiosk.rings();
        pass(15);
        put(by);
        JsonNode told = call(call);
        assertThat(told.path("state").asString()).isEqualTo("RINGING");
        assertThat(steps(told, true)).isEmpty();
        pass(6);
        this.guide.hears("CALL", (event) -> steps(event.path("call"), true).contains("REMINDER"));
        pass(100);
        assertLasted(this.kiosk.call(call, "MISSED"), "ringAt", "endedAt", 121);
        assertThat(admin().browser().get("/api/calls/" + call + "/events").is(200).each("at")).isSorted();
        assertThat(findings(call)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "PT1H", "-PT1H", "PT11H", "-PT11H" })
    void aCallIsAnsweredAndEndsAfterItHasBegun(Duration by) {
        String call = this.kiosk.rings();
        pass(30);
        put(by);
        this.guide.accept(call);
        assertLasted(this.kiosk.call(call, "ACTIVE"), "ringAt", "acceptedAt", 30);
        pass(60);
        put(by.negated());
        put(by.negated());
        this.kiosk.act("end", call);
        JsonNode ended = this.kiosk.call(call, "ENDED");
        assertLasted(ended, "ringAt", "acceptedAt", 30);
        assertLasted(ended, "acceptedAt", "endedAt", 60);
        put(by);
        this.kiosk.act("rate", call, Map.of("stars", 5, "comment", ""));
        assertThat(this.kiosk.call(call, "ENDED").at("/rating/stars").asInt()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = { "PT1H", "-PT1H", "PT11H", "-PT11H" })
    void aCallThatIsHandedOnComesBackInItsTime(Duration by) {
        String call = this.kiosk.talksWith(this.guide);
        String other = admin().guide(this.guide.region());
        this.guide.act("transfer", call, Map.of("to", Map.of("username", other)));
        this.guide.line().next("/user/queue/calls", (it) -> !it.path("transfer").isNull());
        putAndLook(by);
        assertThat(call(call).path("transfer").isNull()).isFalse();
        pass(100);
        this.guide.line().next("/user/queue/calls", (it) -> it.path("transfer").isNull());
    }

    @ParameterizedTest
    @ValueSource(strings = { "PT1H", "-PT1H", "PT11H", "-PT11H" })
    void whoIsAwayMayBeAwayAsLongAsBefore(Duration by) {
        String call = this.kiosk.talksWith(this.guide);
        this.guide.line().close();
        this.kiosk.line().next("/user/queue/calls", (it) -> !it.path("guideOnline").asBoolean());
        putAndLook(by);
        assertThat(call(call).path("state").asString()).isEqualTo("ACTIVE");
        pass(10);
        this.kiosk.call(call, "RINGING");
    }

    @ParameterizedTest
    @ValueSource(strings = { "PT1H", "-PT1H", "PT11H", "-PT11H" })
    void soMayItsDesk(Duration by) {
        String call = this.kiosk.talksWith(this.guide);
        this.kiosk.line().close();
        this.guide.line().next("/user/queue/calls", (it) -> !it.path("deskOnline").asBoolean());
        putAndLook(by);
        assertThat(call(call).path("state").asString()).isEqualTo("ACTIVE");
        pass(40);
        this.guide.call(call, "ENDED");
    }

    @ParameterizedTest
    @ValueSource(strings = { "PT1H", "-PT1H", "PT11H", "-PT11H" })
    void aPairingCodeAndACoolDownLastAsLongAsBefore(Duration by) {
        for (int i = 0; i < 10; i++) {
            String call = this.kiosk.rings();
            pass(2);
            this.kiosk.act("cancel", call);
            this.kiosk.call(call, "CANCELLED");
        }
        String desk = admin().desk(this.guide.region());
        String code = admin().pairingCode(desk);
        put(by);
        this.kiosk.ring("too early");
        assertThat(this.kiosk.refusal().path("code").asString()).isEqualTo("RATE_LIMITED");
        pass(61);
        this.kiosk.rings();
        pass(500);
        this.deskbell.browser().pair(code).is(200);
        String late = admin().pairingCode(desk);
        String good = admin().pairingCode(admin().desk(this.guide.region()));
        pass(500);
        put(by.negated());
        this.deskbell.browser().pair(good).is(200);
        pass(101);
        this.deskbell.browser().pair(late).isProblem(401, "BAD_PAIRING_CODE");
        this.guide.browser().get("/api/session").is(200);
    }

    /**
     * After 21 seconds, when a call elsewhere is reminded of: whatever was due before has
     * been done then.
     */
    private void putAndLook(Duration by) {
        Guide witness = this.deskbell.guide(admin().region());
        this.deskbell.kiosk(witness.region()).rings();
        put(by);
        pass(21);
        witness.hears("CALL", (event) -> steps(event.path("call"), true).contains("REMINDER"));
    }

    private JsonNode call(String call) {
        return admin().browser().get("/api/calls/" + call).is(200).json();
    }

    private static List<String> steps(JsonNode call, boolean done) {
        return call.path("steps")
            .valueStream()
            .filter((step) -> step.path("done").asBoolean() == done)
            .map((step) -> step.path("step").asString())
            .toList();
    }

    private List<String> findings(String call) {
        return admin().browser()
            .post("/api/admin/inspection", "")
            .is(200)
            .json()
            .path("findings")
            .valueStream()
            .filter((finding) -> finding.path("subject").asString().equals(call))
            .map((finding) -> finding.path("check").asString())
            .toList();
    }

    private static void assertLasted(JsonNode call, String from, String to, int seconds) {
        Duration lasted = Duration.between(Instant.parse(call.path(from).asString()),
                Instant.parse(call.path(to).asString()));
        assertThat(lasted).isBetween(Duration.ofSeconds(seconds), Duration.ofSeconds(seconds).plus(SLACK));
    }

}

package io.deskbell.call.web;

import io.deskbell.testing.Admin;
import io.deskbell.testing.Browser;
import io.deskbell.testing.Deskbell;
import io.deskbell.testing.DeskbellServer;
import io.deskbell.testing.Guide;
import io.deskbell.testing.Kiosk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Calls and presence over HTTP. */
@DeskbellServer
class CallsOverHttpIT {

    @Autowired
    private Deskbell deskbell;

    private Admin admin;

    private String region;

    @BeforeEach
    void makeARegion() {
        this.admin = this.deskbell.admin();
        this.region = this.admin.region();
    }

    @Test
    void aCallIsAnsweredWhole() {
        Kiosk kiosk = this.deskbell.kiosk(this.region);
        String id = kiosk.rings();
        JsonNode call = kiosk.browser().get("/api/calls/" + id).is(200).json();
        assertThat(call.propertyNames()).contains("id", "state", "desk", "region", "guide", "language", "ringAt",
                "acceptedAt", "endedAt", "endReason", "rating", "onDuty", "alerts", "guideOnline", "deskOnline",
                "transfer", "version");
        assertThat(call.path("state").asString()).isEqualTo("RINGING");
        assertThat(call.path("guide").isNull()).isTrue();
        assertThat(call.path("rating").isNull()).isTrue();
        assertThat(call.path("transfer").isNull()).isTrue();
        assertThat(call.path("deskOnline").asBoolean()).isTrue();
        assertThat(call.path("ringAt").asString()).endsWith("Z");
        assertThat(kiosk.currentCalls()).containsExactly(call);
        assertThat(this.admin.browser().get("/api/calls/" + id).json()).isEqualTo(call);
    }

    @Test
    void oneselfFindsTheOwnCallsThatAreNotOver() {
        Kiosk kiosk = this.deskbell.kiosk(this.region);
        Guide guide = this.deskbell.guide(this.region);
        String call = kiosk.talksWith(guide);
        assertThat(guide.browser().get("/api/calls/current").each("id")).containsExactly(call);
        assertThat(kiosk.currentCalls()).hasSize(1);
        guide.act("end", call);
        guide.call(call, "ENDED");
        assertThat(guide.browser().get("/api/calls/current").each("id")).isEmpty();
        assertThat(kiosk.currentCalls()).isEmpty();
    }

    @Test
    void whoIsOnDutyIsSeenByColleaguesAndAdmins() {
        Guide guide = this.deskbell.guide(this.region);
        String absent = this.admin.guide(this.region);
        String path = "/api/regions/" + this.region + "/presence";
        JsonNode items = guide.browser().get(path).is(200).json().path("items");
        assertThat(items).hasSize(2).anySatisfy((item) -> {
            assertThat(item.path("username").asString()).isEqualTo(guide.username());
            assertThat(item.path("state").asString()).isEqualTo("AVAILABLE");
            assertThat(item.path("connected").asBoolean()).isTrue();
            assertThat(item.path("calls").asInt()).isZero();
        }).anySatisfy((item) -> {
            assertThat(item.path("username").asString()).isEqualTo(absent);
            assertThat(item.path("connected").asBoolean()).isFalse();
        });
        assertThat(this.admin.browser().get(path).is(200).json().path("items")).isEqualTo(items);
        this.deskbell.browserOf(this.admin.guide(this.admin.region())).get(path).isProblem(404, "NOT_FOUND");
        this.admin.browser().get("/api/regions/nowhere/presence").isProblem(404, "NOT_FOUND");
    }

    @Test
    void eachRoleHasItsOwnViews() {
        Browser desk = this.deskbell.browserOfDesk(this.admin.desk(this.region));
        desk.get("/api/calls").isProblem(403, "FORBIDDEN");
        desk.get("/api/regions/" + this.region + "/presence").isProblem(403, "FORBIDDEN");
        this.admin.browser().get("/api/calls/current").isProblem(403, "FORBIDDEN");
        this.admin.browser().get("/api/calls", "region", this.region).is(200);
    }

    @ParameterizedTest
    @ValueSource(strings = { "0198a0b8-0000-7000-8000-000000000001", "not-an-id", "1", "%20" })
    void whatIsNotThereIsNotFound(String id) {
        this.admin.browser().get("/api/calls/" + id).isProblem(404, "NOT_FOUND");
        this.admin.browser().get("/api/calls/" + id + "/messages").isProblem(404, "NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/api/calls", "/api/calls/current", "/api/calls/0198a0b8-0000-7000-8000-000000000001",
            "/api/regions/seoul/presence", "/api/nothing", "/actuator/prometheus" })
    void nobodySeesAnythingWithoutSigningIn(String path) {
        this.deskbell.browser().get(path).isProblem(401, "BAD_CREDENTIALS");
    }

}

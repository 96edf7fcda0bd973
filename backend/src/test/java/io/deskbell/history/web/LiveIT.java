package io.deskbell.history.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.deskbell.testing.Admin;
import io.deskbell.testing.Deskbell;
import io.deskbell.testing.DeskbellServer;
import io.deskbell.testing.Guide;
import io.deskbell.testing.Kiosk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** The board of all regions as they are now. */
@DeskbellServer
class LiveIT {

    @Autowired
    private Deskbell deskbell;

    private Admin admin;

    private String region;

    @BeforeEach
    void begin() {
        this.admin = this.deskbell.admin();
        this.region = this.admin.region();
    }

    @Test
    void showsWhoIsThereAndWhatGoesOn() {
        Guide guide = this.deskbell.guide(this.region);
        Kiosk kiosk = this.deskbell.kiosk(this.region);
        Kiosk other = this.deskbell.kiosk(this.region);
        String call = kiosk.talksWith(guide);
        String ringing = other.rings();
        JsonNode board = board();
        assertThat(board.path("onDuty").asInt()).isZero();
        assertThat(board.at("/guides/0/state").asString()).isEqualTo("BUSY");
        assertThat(board.at("/guides/0/intent").asString()).isEqualTo("AVAILABLE");
        assertThat(board.path("calls").findValuesAsString("id")).contains(call, ringing);
        assertThat(board.path("desks")).hasSize(2)
            .allSatisfy((desk) -> assertThat(desk.path("online").asBoolean()).isTrue());
        assertThat(board.path("open").asBoolean()).isTrue();
        assertThat(board.at("/today/calls").asInt()).isEqualTo(2);
        assertThat(board.at("/today/byHour")).hasSize(24);
        assertThat(board.at("/today/byHour").valueStream().mapToInt(JsonNode::asInt).sum()).isEqualTo(2);
    }

    @Test
    void countsWhatWasAnsweredAndHowSoon() {
        Guide guide = this.deskbell.guide(this.region);
        Kiosk kiosk = this.deskbell.kiosk(this.region);
        JsonNode before = whole().path("today");
        String call = kiosk.rings();
        this.deskbell.clock().forward(Duration.ofSeconds(7));
        guide.accept(call);
        guide.call(call, "ACTIVE");
        JsonNode after = whole().path("today");
        assertThat(after.path("answered").asInt()).isEqualTo(before.path("answered").asInt() + 1);
        assertThat(after.path("calls").asInt()).isEqualTo(before.path("calls").asInt() + 1);
        assertThat(after.path("secondsToAnswerMedian").asDouble()).isPositive();
    }

    @Test
    void saysWhenAClosedRegionOpens() {
        this.admin.browser().patch("/api/admin/regions/" + this.region, Map.of("hours", List.of())).is(200);
        assertThat(board().path("open").asBoolean()).isFalse();
    }

    @Test
    void isForAdmins() {
        this.deskbell.guide(this.region).browser().get("/api/admin/live").isProblem(403, "FORBIDDEN");
    }

    private JsonNode whole() {
        return this.admin.browser().get("/api/admin/live").is(200).json();
    }

    private JsonNode board() {
        return whole().path("regions")
            .valueStream()
            .filter((each) -> each.path("code").asString().equals(this.region))
            .findFirst()
            .orElseThrow();
    }

}

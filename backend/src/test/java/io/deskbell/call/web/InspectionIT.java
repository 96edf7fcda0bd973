package io.deskbell.call.web;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.deskbell.testing.Admin;
import io.deskbell.testing.Deskbell;
import io.deskbell.testing.DeskbellServer;
import io.deskbell.testing.Guide;
import io.deskbell.testing.Kiosk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What must not be is found, whoever broke it, and told once. */
@DeskbellServer
class InspectionIT {

    @Autowired
    private Deskbell deskbell;

    @Autowired
    private JdbcClient jdbc;

    private Admin admin;

    private Kiosk kiosk;

    private Guide guide;

    @BeforeEach
    void begin() {
        this.admin = this.deskbell.admin();
        String region = this.admin.region();
        this.guide = this.deskbell.guide(region);
        this.kiosk = this.deskbell.kiosk(region);
    }

    @Test
    void findsNothingWhereAllIsWell() {
        String call = this.kiosk.talksWith(this.guide);
        this.kiosk.act("end", call);
        this.kiosk.call(call, "ENDED");
        String missed = this.kiosk.rings();
        this.deskbell.clock().forward(Duration.ofSeconds(121));
        this.kiosk.call(missed, "MISSED");
        assertThat(findings(call)).isEmpty();
        assertThat(findings(missed)).isEmpty();
        JsonNode last = this.admin.browser().get("/api/admin/inspection").is(200).json();
        assertThat(last.path("at").asString()).isNotEmpty();
        assertThat(last.path("checked").asInt()).isPositive();
    }

    @Test
    void findsACallThatNoTimerEnds() {
        String call = this.kiosk.rings();
        this.jdbc.sql("update calls set due_at = null where id = ?").param(UUID.fromString(call)).update();
        assertThat(findings(call)).containsExactly("STUCK");
        assertThat(findings(call)).containsExactly("STUCK");
        assertThat(notesOf(call)).as("known findings are told once").isEqualTo(1);
        this.kiosk.act("cancel", call);
        this.kiosk.call(call, "CANCELLED");
        assertThat(findings(call)).isEmpty();
    }

    @Test
    void findsACallWithoutItsNote() {
        String call = this.kiosk.rings();
        this.kiosk.act("cancel", call);
        this.kiosk.call(call, "CANCELLED");
        this.jdbc.sql("delete from notes where call_id = ?").param(UUID.fromString(call)).update();
        this.deskbell.clock().forward(Duration.ofSeconds(31));
        assertThat(findings(call)).containsExactly("NO_NOTE");
        assertThat(notesOf(call)).isEqualTo(1);
    }

    @Test
    void findsAGuideWithMoreCallsThanAllowed() {
        String call = this.kiosk.talksWith(this.guide);
        this.jdbc.sql("update accounts set max_calls = 0 where username = ?").param(this.guide.username()).update();
        assertThat(findings(this.guide.username())).containsExactly("OVER_MAX");
        this.kiosk.act("end", call);
        this.kiosk.call(call, "ENDED");
        assertThat(findings(this.guide.username())).isEmpty();
    }

    @Test
    void isForAdmins() {
        this.guide.browser().get("/api/admin/inspection").isProblem(403, "FORBIDDEN");
        this.guide.browser().post("/api/admin/inspection", "").isProblem(403, "FORBIDDEN");
        this.deskbell.browser().get("/api/admin/inspection").isProblem(401, "BAD_CREDENTIALS");
    }

    private List<String> findings(String subject) {
        return this.admin.browser()
            .post("/api/admin/inspection", "")
            .is(200)
            .json()
            .path("findings")
            .valueStream()
            .filter((finding) -> finding.path("subject").asString().equals(subject))
            .map((finding) -> finding.path("check").asString())
            .toList();
    }

    /** How many notes tell the admin of this call's findings. */
    private long notesOf(String call) {
        return this.admin.browser()
            .get("/api/notes", "limit", 200)
            .is(200)
            .json()
            .path("items")
            .valueStream()
            .filter((note) -> note.path("contents").asString().contains(call))
            .count();
    }

}

package io.deskbell.account.web;

import java.time.Duration;
import java.util.List;

import io.deskbell.testing.Browser;
import io.deskbell.testing.Deskbell;
import io.deskbell.testing.DeskbellServer;
import io.deskbell.testing.StompConnection;
import io.deskbell.testing.Transport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** A person sees where the own sign-ins are, and ends them. */
@DeskbellServer
class UserSessionsIT {

    private static final Duration SOON = Duration.ofSeconds(1);

    @Autowired
    private Deskbell deskbell;

    private Browser here;

    private Browser there;

    @BeforeEach
    void signInTwice() {
        String guide = this.deskbell.admin().guide(this.deskbell.admin().region());
        this.here = this.deskbell.browserOf(guide);
        this.there = this.deskbell.browserOf(guide);
    }

    @Test
    void areListedWithWhereTheyCameFromAndWithoutTheirSecret() {
        JsonNode items = this.here.get("/api/sessions").is(200).json().path("items");
        assertThat(items).hasSize(2);
        assertThat(items).filteredOn((item) -> item.path("current").asBoolean()).hasSize(1);
        assertThat(items).allSatisfy((item) -> {
            assertThat(item.path("address").asString()).isNotEmpty();
            assertThat(item.path("agent").asString()).contains("Java");
            assertThat(item.path("since").asString()).endsWith("Z");
            assertThat(item.path("lastSeen").asString()).endsWith("Z");
        });
        assertThat(items.toString()).doesNotContain(secretOf(this.here), secretOf(this.there));
    }

    @Test
    void endOneByOneTogetherWithTheirConnections() {
        StompConnection connection = StompConnection.open(this.there, Transport.WEBSOCKET);
        this.here.delete("/api/sessions/" + idOf(this.there)).is(204);
        connection.awaitClosed(SOON);
        this.there.get("/api/session").isProblem(401, "BAD_CREDENTIALS");
        this.here.get("/api/session").is(200);
        this.here.delete("/api/sessions/nothing").isProblem(404, "NOT_FOUND");
    }

    @Test
    void endEverywhereAtOnce() {
        List<StompConnection> lines = List.of(StompConnection.open(this.here, Transport.WEBSOCKET),
                StompConnection.open(this.there, Transport.WEBSOCKET));
        this.here.delete("/api/sessions").is(204);
        lines.forEach((connection) -> connection.awaitClosed(SOON));
        this.here.get("/api/session").isProblem(401, "BAD_CREDENTIALS");
        this.there.get("/api/session").isProblem(401, "BAD_CREDENTIALS");
    }

    @Test
    void areOnesOwnAlone() {
        Browser other = this.deskbell.browserOf(this.deskbell.admin().guide());
        other.delete("/api/sessions/" + idOf(this.there)).isProblem(404, "NOT_FOUND");
        this.there.get("/api/session").is(200);
        Browser desk = this.deskbell.browserOfDesk(this.deskbell.admin().desk(this.deskbell.admin().region()));
        desk.get("/api/sessions").isProblem(403, "FORBIDDEN");
        this.deskbell.browser().get("/api/sessions").isProblem(401, "BAD_CREDENTIALS");
    }

    private static String idOf(Browser browser) {
        return browser.get("/api/sessions")
            .json()
            .path("items")
            .valueStream()
            .filter((item) -> item.path("current").asBoolean())
            .map((item) -> item.path("id").asString())
            .findFirst()
            .orElseThrow();
    }

    private static String secretOf(Browser browser) {
        return browser.cookie("DESKBELL").getValue();
    }

}

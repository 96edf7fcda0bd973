package io.deskbell.account.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import io.deskbell.testing.Admin;
import io.deskbell.testing.Browser;
import io.deskbell.testing.Deskbell;
import io.deskbell.testing.DeskbellServer;
import io.deskbell.testing.HttpAnswer;
import io.deskbell.testing.StompConnection;
import io.deskbell.testing.Transport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The password that an admin makes for somebody who forgot it. */
@DeskbellServer
class OneTimePasswordIT {

    private static final String NEW = "a new one that is long";

    @Autowired
    private Deskbell deskbell;

    private String guide;

    @BeforeEach
    void makeAGuide() {
        this.guide = this.deskbell.admin().guide();
    }

    @Test
    void endsWhatWasOpenAndLetsNobodyInWithTheOldOne() {
        Browser before = this.deskbell.browserOf(this.guide);
        StompConnection connection = StompConnection.open(before, Transport.WEBSOCKET);
        reset();
        connection.awaitClosed(Duration.ofSeconds(1));
        before.get("/api/session").isProblem(401, "BAD_CREDENTIALS");
        this.deskbell.browser().signIn(this.guide, Admin.PASSWORD).isProblem(401, "BAD_CREDENTIALS");
    }

    @Test
    void mustBeChangedBeforeAnythingElse() {
        String password = reset().path("password").asString();
        Browser browser = this.deskbell.browser();
        JsonNode session = browser.signIn(this.guide, password).is(200).json();
        assertThat(session.path("owes").asString()).isEqualTo("PASSWORD");
        browser.get("/api/notes").isProblem(403, "FORBIDDEN");
        change(browser, password, password).isProblem(400, "INVALID_REQUEST").names("password");
        browser.get("/api/notes").isProblem(403, "FORBIDDEN");
        change(browser, password, NEW).is(204);
        browser.get("/api/notes").is(200);
        assertThat(browser.get("/api/session").json().path("owes").isNull()).isTrue();
        this.deskbell.browser().signIn(this.guide, NEW).is(200);
    }

    @Test
    void isGoodForOneSignIn() {
        String password = reset().path("password").asString();
        Browser browser = this.deskbell.browser();
        browser.signIn(this.guide, password).is(200);
        this.deskbell.browser().signIn(this.guide, password).isProblem(401, "BAD_CREDENTIALS");
        change(browser, password, NEW).is(204);
        this.deskbell.browser().signIn(this.guide, password).isProblem(401, "BAD_CREDENTIALS");
    }

    @Test
    void isGoodForADay() {
        JsonNode reset = reset();
        assertThat(Instant.parse(reset.path("expiresAt").asString()))
            .isCloseTo(this.deskbell.clock().instant().plus(Duration.ofDays(1)), within(Duration.ofSeconds(30)));
        this.deskbell.clock().forward(Duration.ofDays(1));
        this.deskbell.browser().signIn(this.guide, reset.path("password").asString()).isProblem(401, "BAD_CREDENTIALS");
    }

    @Test
    void isAnAdminsToMake() {
        this.deskbell.browserOf(this.guide)
            .post("/api/admin/accounts/" + this.guide + "/password", "")
            .isProblem(403, "FORBIDDEN");
        Browser admin = this.deskbell.admin().browser();
        admin.post("/api/admin/accounts/nobody/password", "").isProblem(404, "NOT_FOUND");
        reset();
        assertThat(this.deskbell.admin().browser().get("/api/admin/audit", "action", "PASSWORD_RESET").each("subject"))
            .contains(this.guide);
    }

    private JsonNode reset() {
        return this.deskbell.admin()
            .browser()
            .post("/api/admin/accounts/" + this.guide + "/password", "")
            .is(201)
            .json();
    }

    private static HttpAnswer change(Browser browser, String current, String password) {
        return browser.put("/api/session/password", Map.of("current", current, "password", password));
    }

}

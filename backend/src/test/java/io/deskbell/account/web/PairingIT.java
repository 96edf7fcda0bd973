package io.deskbell.account.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import javax.sql.DataSource;

import io.deskbell.testing.Admin;
import io.deskbell.testing.Browser;
import io.deskbell.testing.Deskbell;
import io.deskbell.testing.DeskbellServer;
import io.deskbell.testing.HttpAnswer;
import io.deskbell.testing.RowLockGate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** How a browser becomes a desk, stays one and stops being one. */
@DeskbellServer
class PairingIT {

    @Autowired
    private Deskbell deskbell;

    @Autowired
    private DataSource database;

    private Admin admin;

    private String region;

    private String desk;

    @BeforeEach
    void makeADesk() {
        this.admin = this.deskbell.admin();
        this.region = this.admin.region();
        this.desk = this.admin.desk(this.region);
    }

    @Test
    void aCodeMakesABrowserTheDesk() {
        Browser browser = this.deskbell.browser();
        JsonNode session = browser.pair(this.admin.pairingCode(this.desk)).is(200).json();
        assertThat(session.path("username").asString()).isEqualTo("desk:" + this.desk);
        assertThat(session.path("role").asString()).isEqualTo("DESK");
        assertThat(session.at("/desk/code").asString()).isEqualTo(this.desk);
        assertThat(session.at("/desk/name").asString()).isEqualTo(Admin.nameOf(this.desk));
        assertThat(session.at("/regions/0/code").asString()).isEqualTo(this.region);
        assertThat(session.path("presence").isNull()).isTrue();
        assertThat(session.path("maxCalls").isNull()).isTrue();
        assertThat(browser.get("/api/session").json()).isEqualTo(session);
        assertThat(this.admin.browser().get("/api/admin/desks/" + this.desk).json().path("paired").asBoolean())
            .isTrue();
    }

    @Test
    void aCodeIsGoodForTenMinutes() {
        JsonNode offer = this.admin.browser().post("/api/admin/desks/" + this.desk + "/pairing", "").is(201).json();
        assertThat(Instant.parse(offer.path("expiresAt").asString()))
            .isCloseTo(this.deskbell.clock().instant().plus(Duration.ofMinutes(10)), within(Duration.ofSeconds(30)));
        this.deskbell.clock().forward(Duration.ofMinutes(10));
        this.deskbell.browser().pair(offer.path("pairingCode").asString()).isProblem(401, "BAD_PAIRING_CODE");
    }

    /** The clock is moved, and all that goes by it is about to be. */
    @Test
    void aCodeIsGoodWhileTheClockIsPut() throws Exception {
        String code = this.admin.pairingCode(this.desk);
        this.deskbell.clock().forward(Duration.ofMinutes(10));
        try (RowLockGate gate = new RowLockGate(this.database)) {
            gate.does("update pairing_codes set expires_at = expires_at + interval '1' hour where desk = ?", this.desk);
            gate.open(() -> this.deskbell.browser().pair(code)).getFirst().is(200);
        }
    }

    @Test
    void aCodeIsGoodOnce() {
        String code = this.admin.pairingCode(this.desk);
        this.deskbell.browser().pair(code).is(200);
        this.deskbell.browser().pair(code).isProblem(401, "BAD_PAIRING_CODE");
    }

    @Test
    void aNewCodeReplacesTheOneBefore() {
        String before = this.admin.pairingCode(this.desk);
        this.admin.pairingCode(this.desk);
        this.deskbell.browser().pair(before).isProblem(401, "BAD_PAIRING_CODE");
    }

    @Test
    void aCodeMayBeTypedCarelessly() {
        String code = this.admin.pairingCode(this.desk);
        this.deskbell.browser().pair(" " + code.toLowerCase(java.util.Locale.ROOT).replace('-', ' ')).is(200);
    }

    @Test
    void aWrongCodeIsRefused() {
        this.deskbell.browser().pair("0000-0000-0000").isProblem(401, "BAD_PAIRING_CODE");
        this.deskbell.browser().pair(" ").names("pairingCode");
    }

    @Test
    void whoGuessesCodesTooOftenMustWait() {
        Browser browser = this.deskbell.browser();
        HttpAnswer answer = browser.pair("0000-0000-0001");
        for (int i = 1; i < 60 && answer.status() == 401; i++) {
            answer = browser.pair("0000-0000-0002");
        }
        answer.isProblem(429, "TOO_MANY_ATTEMPTS");
        assertThat(Integer.parseInt(answer.header("retry-after"))).isPositive();
    }

    @Test
    void theDeviceCookieSignsTheDeskInAgainAfterARestart() {
        Browser browser = this.deskbell.browserOfDesk(this.desk);
        assertThat(browser.cookie("DESKBELL_DEVICE").isHttpOnly()).isTrue();
        assertThat(Duration.ofSeconds(browser.cookie("DESKBELL_DEVICE").getMaxAge()))
            .isGreaterThan(Duration.ofDays(90));
        browser.restart();
        assertThat(browser.cookie("DESKBELL")).isNull();
        assertThat(browser.get("/api/session").is(200).json().path("username").asString())
            .isEqualTo("desk:" + this.desk);
        browser.get("/api/calls/current").is(200);
    }

    @Test
    void pairingAnotherBrowserReplacesTheFirst() {
        Browser first = this.deskbell.browserOfDesk(this.desk);
        this.deskbell.browserOfDesk(this.desk).get("/api/session").is(200);
        first.get("/api/session").isProblem(401, "BAD_CREDENTIALS");
        first.restart().get("/api/session").isProblem(401, "BAD_CREDENTIALS");
    }

    @Test
    void anUnpairedDeskIsOutForGood() {
        Browser browser = this.deskbell.browserOfDesk(this.desk);
        this.admin.browser().delete("/api/admin/desks/" + this.desk + "/device").is(204);
        browser.get("/api/session").isProblem(401, "BAD_CREDENTIALS");
        browser.restart().get("/api/calls/current").isProblem(401, "BAD_CREDENTIALS");
        assertThat(this.admin.browser().get("/api/admin/desks/" + this.desk).json().path("paired").asBoolean())
            .isFalse();
    }

    @Test
    void aDeskThatSignsOutIsUnpaired() {
        Browser browser = this.deskbell.browserOfDesk(this.desk);
        browser.delete("/api/session").is(204);
        browser.get("/api/session").isProblem(401, "BAD_CREDENTIALS");
        assertThat(browser.cookie("DESKBELL_DEVICE")).isNull();
    }

    @Test
    void aDeskSwitchedOffIsOutAndBackInWhenSwitchedOn() {
        Browser browser = this.deskbell.browserOfDesk(this.desk);
        this.admin.browser().patch("/api/admin/desks/" + this.desk, Map.of("enabled", false)).is(200);
        browser.get("/api/session").isProblem(401, "BAD_CREDENTIALS");
        this.deskbell.browser().pair(this.admin.pairingCode(this.desk)).isProblem(401, "BAD_PAIRING_CODE");
        this.admin.browser().patch("/api/admin/desks/" + this.desk, Map.of("enabled", true)).is(200);
        browser.get("/api/session").is(200);
    }

    @Test
    void onlyDesksThatExistArePaired() {
        this.admin.browser().post("/api/admin/desks/no-such-desk/pairing", "").isProblem(404, "NOT_FOUND");
        this.admin.browser().delete("/api/admin/desks/no-such-desk/device").isProblem(404, "NOT_FOUND");
    }

}

package io.deskbell.account.web;

import java.time.Duration;
import java.util.List;

import io.deskbell.testing.Browser;
import io.deskbell.testing.Deskbell;
import io.deskbell.testing.DeskbellServer;
import io.deskbell.testing.HttpAnswer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcOperations;

import static org.assertj.core.api.Assertions.assertThat;

/** The cookie by which a desk is known is renewed, and a copy of it is noticed. */
@DeskbellServer
class DeviceTokenIT {

    private static final String COOKIE = "DESKBELL_DEVICE";

    @Autowired
    private Deskbell deskbell;

    @Autowired
    private JdbcOperations jdbc;

    private String desk;

    private Browser kiosk;

    @BeforeEach
    void pair() {
        this.desk = this.deskbell.admin().desk(this.deskbell.admin().region());
        this.kiosk = this.deskbell.browserOfDesk(this.desk);
    }

    @Test
    void isKeptForADayAndThenReplaced() {
        String first = token(this.kiosk);
        restart(this.kiosk).is(200);
        assertThat(token(this.kiosk)).isEqualTo(first);
        aDayLater();
        restart(this.kiosk).is(200);
        String second = token(this.kiosk);
        assertThat(second).isNotEqualTo(first);
        assertThat(this.kiosk.cookie(COOKIE).isHttpOnly()).isTrue();
        restart(this.kiosk).is(200);
        assertThat(token(this.kiosk)).isEqualTo(second);
        assertThat(noticed()).isEmpty();
    }

    @Test
    void isStillGoodWhereTheAnswerWithTheNextOneGotLost() {
        Browser sameKiosk = this.kiosk.copy();
        aDayLater();
        restart(this.kiosk).is(200);
        expireSessions();
        restart(sameKiosk).is(200);
        restart(sameKiosk).is(200);
        assertThat(noticed()).isEmpty();
    }

    @Test
    void isGoodForNobodyOnceTheNextOneCameBack() {
        Browser thief = this.kiosk.copy();
        aDayLater();
        restart(this.kiosk).is(200);
        restart(this.kiosk).is(200);
        assertThat(noticed()).isEmpty();
        restart(thief).isProblem(401, "BAD_CREDENTIALS");
        assertThat(noticed()).containsExactly(this.desk);
        restart(this.kiosk).is(200);
    }

    @Test
    void isNoticedWhereItSignsInFromTwoPlacesAtOnce() {
        restart(this.kiosk.copy()).is(200);
        assertThat(noticed()).containsExactly(this.desk);
        List<String> notes = this.deskbell.admin().browser().get("/api/notes", "limit", 200).each("contents");
        assertThat(notes).filteredOn((note) -> note.contains("cookie of desk") && note.contains("(" + this.desk + ")"))
            .hasSize(1);
    }

    @Test
    void isNoticedWhereItsSessionIsUsedFromTwoPlacesAtOnce() {
        Browser thief = this.kiosk.copy();
        thief.get("/api/session").is(200);
        assertThat(noticed()).isEmpty();
        this.kiosk.get("/api/session").is(200);
        assertThat(noticed()).containsExactly(this.desk);
    }

    @Test
    void isToldOnceAnHour() {
        Browser thief = this.kiosk.copy();
        for (int i = 0; i < 5; i++) {
            thief.get("/api/session").is(200);
            this.kiosk.get("/api/session").is(200);
        }
        assertThat(noticed()).hasSize(1);
        this.deskbell.clock().forward(Duration.ofHours(1).plusSeconds(1));
        thief.get("/api/session").is(200);
        this.kiosk.get("/api/session").is(200);
        assertThat(noticed()).hasSize(2);
    }

    @Test
    void isNoticedByNobodyWhereTheKioskMovesOrUsesBothKindsOfAddress() {
        this.kiosk.with("X-Forwarded-For", "203.0.113.7").get("/api/session").is(200);
        this.kiosk.get("/api/session").is(200);
        for (String address : List.of("2001:db8::1", "203.0.113.7", "2001:db8::1")) {
            this.kiosk.with("X-Forwarded-For", address).get("/api/session").is(200);
        }
        expireSessions();
        restart(this.kiosk.with("X-Forwarded-For", "203.0.113.8")).is(200);
        assertThat(noticed()).isEmpty();
    }

    @Test
    void isWorthNothingOnceUnpaired() {
        aDayLater();
        Browser before = this.kiosk.copy();
        restart(this.kiosk).is(200);
        this.deskbell.admin().browser().delete("/api/admin/desks/" + this.desk + "/device").is(204);
        restart(this.kiosk).isProblem(401, "BAD_CREDENTIALS");
        restart(before).isProblem(401, "BAD_CREDENTIALS");
    }

    @Test
    void isKeptAsAHash() {
        assertThat(this.jdbc.queryForList("select token_hash from device_tokens", String.class))
            .doesNotContain(token(this.kiosk))
            .allMatch((hash) -> hash.length() == 64);
    }

    private void aDayLater() {
        this.deskbell.clock().forward(Duration.ofHours(25));
    }

    /** As if it was some time ago; Spring Session goes by the system's clock. */
    private void expireSessions() {
        this.jdbc.update("delete from spring_session where principal_name = ?", "desk:" + this.desk);
    }

    private static HttpAnswer restart(Browser browser) {
        return browser.restart().get("/api/session");
    }

    private static String token(Browser browser) {
        return browser.cookie(COOKIE).getValue();
    }

    private List<String> noticed() {
        return this.deskbell.admin()
            .browser()
            .get("/api/admin/audit", "actor", "desk:" + this.desk, "action", "DEVICE_COPY_NOTICED")
            .each("subject");
    }

}

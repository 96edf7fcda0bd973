package io.deskbell.account.web;

import java.time.Duration;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;

/** A new password ends what was open with the old one. */
@DeskbellServer
class PasswordIT {

    private static final Duration SOON = Duration.ofSeconds(1);

    private static final String NEW = "a new one that is long";

    @Autowired
    private Deskbell deskbell;

    @Autowired
    private JdbcOperations jdbc;

    private String guide;

    private Browser browser;

    @BeforeEach
    void signIn() {
        this.guide = this.deskbell.admin().guide(this.deskbell.admin().region());
        this.browser = this.deskbell.browserOf(this.guide);
    }

    @Test
    void isChangedByOneselfWhoStaysSignedInHereAlone() {
        Browser other = this.deskbell.browserOf(this.guide);
        StompConnection here = StompConnection.open(this.browser, Transport.WEBSOCKET);
        StompConnection there = StompConnection.open(other, Transport.WEBSOCKET);
        change(Admin.PASSWORD, NEW).is(204);
        there.awaitClosed(SOON);
        other.get("/api/session").isProblem(401, "BAD_CREDENTIALS");
        this.browser.get("/api/session").is(200);
        here.follow("/user/queue/calls");
        this.deskbell.browser().signIn(this.guide, Admin.PASSWORD).isProblem(401, "BAD_CREDENTIALS");
        this.deskbell.browser().signIn(this.guide, NEW).is(200);
    }

    @Test
    void needsTheCurrentOneToBeChanged() {
        change("not the password", NEW).isProblem(400, "INVALID_REQUEST").names("current");
        this.deskbell.browser().signIn(this.guide, Admin.PASSWORD).is(200);
    }

    @Test
    void isNotFoundOutByTryingToChangeIt() {
        HttpAnswer answer = change("a guess", NEW);
        for (int i = 1; i < 20 && answer.status() == 400; i++) {
            answer = change("another guess", NEW);
        }
        answer.isProblem(429, "TOO_MANY_ATTEMPTS");
    }

    @Test
    void isChangedByItsOwnerWhileSomebodyElseGuesses() {
        while (this.deskbell.browser().signIn(this.guide, "a guess").status() == 401) {
            continue;
        }
        change(Admin.PASSWORD, NEW).is(204);
        this.browser.get("/api/notes").is(200);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "too short", "1234567890", "password123", "qwertyuiop", "aaaaaaaaaaaaaaaa",
            "password1234" })
    void thatAnybodyWouldTryFirstIsRefused(String password) {
        change(Admin.PASSWORD, password).isProblem(400, "INVALID_REQUEST").names("password");
        Browser admin = this.deskbell.admin().browser();
        admin.patch("/api/admin/accounts/" + this.guide, Map.of("password", password))
            .isProblem(400, "INVALID_REQUEST")
            .names("password");
        this.deskbell.browser().signIn(this.guide, Admin.PASSWORD).is(200);
    }

    @Test
    void thatWillNotDoIsNoGuessOfTheCurrentOne() {
        for (int i = 0; i < 20; i++) {
            change(Admin.PASSWORD, "1234567890").names("password");
        }
        change(Admin.PASSWORD, NEW).is(204);
    }

    @Test
    void hasSeventyTwoBytesAtMost() {
        change(Admin.PASSWORD, "가나다라마바사아자차카타파하거너더러머버서어저처").is(204);
        String longer = "가나다라마바사아자차카타파하거너더러머버서어저처커";
        this.browser.put("/api/session/password", Map.of("current", "가나다라마바사아자차카타파하거너더러머버서어저처", "password", longer))
            .names("password");
        this.deskbell.admin()
            .browser()
            .patch("/api/admin/accounts/" + this.guide, Map.of("password", longer))
            .names("password");
    }

    @Test
    void isHashedAnewAtSignInOnceItsHashIsWeak() {
        String weak = new BCryptPasswordEncoder(4).encode(Admin.PASSWORD);
        this.jdbc.update("update accounts set password_hash = ? where username = ?", weak, this.guide);
        this.deskbell.browser().signIn(this.guide, "not the password").isProblem(401, "BAD_CREDENTIALS");
        assertThat(hash()).isEqualTo(weak);
        this.deskbell.browser().signIn(this.guide, Admin.PASSWORD).is(200);
        assertThat(hash()).startsWith("$2a$05$");
        this.deskbell.browser().signIn(this.guide, Admin.PASSWORD).is(200);
    }

    private String hash() {
        return this.jdbc.queryForObject("select password_hash from accounts where username = ?", String.class,
                this.guide);
    }

    @Test
    void setByAnAdminEndsEverySignIn() {
        StompConnection connection = StompConnection.open(this.browser, Transport.WEBSOCKET);
        this.deskbell.admin().browser().patch("/api/admin/accounts/" + this.guide, Map.of("password", NEW)).is(200);
        connection.awaitClosed(SOON);
        this.browser.get("/api/session").isProblem(401, "BAD_CREDENTIALS");
    }

    @Test
    void isAPersonsOwn() {
        Browser desk = this.deskbell.browserOfDesk(this.deskbell.admin().desk(this.deskbell.admin().region()));
        desk.put("/api/session/password", Map.of("current", "x", "password", NEW)).isProblem(403, "FORBIDDEN");
        Browser nobody = this.deskbell.browser();
        nobody.get("/api/session");
        nobody.put("/api/session/password", Map.of("current", "x", "password", NEW)).isProblem(401, "BAD_CREDENTIALS");
        assertThat(this.browser.get("/api/session").status()).isEqualTo(200);
    }

    private HttpAnswer change(String current, String password) {
        return this.browser.put("/api/session/password", Map.of("current", current, "password", password));
    }

}

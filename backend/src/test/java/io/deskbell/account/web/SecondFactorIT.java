package io.deskbell.account.web;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.deskbell.testing.Admin;
import io.deskbell.testing.Authenticator;
import io.deskbell.testing.Browser;
import io.deskbell.testing.Deskbell;
import io.deskbell.testing.DeskbellServer;
import io.deskbell.testing.HttpAnswer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcOperations;

import static org.assertj.core.api.Assertions.assertThat;

/** What somebody needs beside the password. */
@DeskbellServer
public class SecondFactorIT {

    private static final String PATH = "/api/session/second-factor";

    private static final Map<String, String> CURRENT = Map.of("current", Admin.PASSWORD);

    @Autowired
    private Deskbell deskbell;

    @Autowired
    private JdbcOperations jdbc;

    private String guide;

    private Browser browser;

    @BeforeEach
    void signIn() {
        this.guide = this.deskbell.admin().guide();
        this.browser = this.deskbell.browserOf(this.guide);
    }

    @Test
    void isAskedForFromItsFirstRightCodeOn() {
        JsonNode offer = this.browser.post(PATH, CURRENT).is(201).json();
        assertThat(offer.path("secret").asString()).matches("[A-Z2-7]{32}");
        assertThat(offer.path("uri").asString()).isEqualTo("otpauth://totp/Deskbell:" + this.guide + "?secret="
                + offer.path("secret").asString() + "&issuer=Deskbell");
        signIn(null).is(200);
        Authenticator app = app(offer);
        this.browser.put(PATH, Map.of("code", app.code(-5))).names("code");
        signIn(null).is(200);
        assertThat(this.browser.put(PATH, Map.of("code", app.code())).is(200).json().path("backupCodes")).hasSize(10);
        assertThat(this.browser.get(PATH).json().path("on").asBoolean()).isTrue();
        assertThat(signIn(null).isProblem(401, "SECOND_FACTOR_NEEDED").header("set-cookie"))
            .doesNotContain("DESKBELL=");
        signIn(app.code(1)).is(200);
    }

    @Test
    void isNotAskedForWithoutTheRightPassword() {
        turnOn();
        this.deskbell.browser().signIn(this.guide, "not the password").isProblem(401, "BAD_CREDENTIALS");
    }

    @Test
    void takesNoCodeTwice() {
        Authenticator app = turnOn().app();
        String code = app.code(1);
        signIn(code).is(200);
        signIn(code).isProblem(401, "SECOND_FACTOR_NEEDED");
        this.deskbell.clock().forward(Duration.ofMinutes(2));
        signIn(code).isProblem(401, "SECOND_FACTOR_NEEDED");
        signIn(app.code()).is(200);
    }

    @Test
    void locksNobodyOutWhereTheClockIsPutBack() {
        Authenticator app = turnOn().app();
        this.deskbell.clock().forward(Duration.ofMinutes(2));
        String before = app.code();
        signIn(before).is(200);
        this.deskbell.put(Duration.ofHours(-1));
        String back = app.code();
        signIn(back).is(200);
        signIn(back).isProblem(401, "SECOND_FACTOR_NEEDED");
        this.deskbell.put(Duration.ofHours(1));
        signIn(before).isProblem(401, "SECOND_FACTOR_NEEDED");
        this.deskbell.clock().forward(Duration.ofMinutes(2));
        signIn(app.code()).is(200);
    }

    @Test
    void takesNoCodeTwiceWhereItsTimeComesAgain() {
        Authenticator app = turnOn().app();
        this.deskbell.clock().forward(Duration.ofMinutes(2));
        String before = app.code();
        signIn(before).is(200);
        this.deskbell.put(Duration.ofMinutes(-10));
        signIn(app.code()).is(200);
        this.deskbell.clock().forward(Duration.ofMinutes(10));
        this.deskbell.put(Duration.ofMinutes(10));
        this.deskbell.put(Duration.ofMinutes(-10));
        signIn(before).isProblem(401, "SECOND_FACTOR_NEEDED");
        this.deskbell.put(Duration.ofMinutes(10));
    }

    @Test
    void isABackupCodeWhereThePhoneIsLost() {
        List<String> codes = turnOn().backupCodes();
        signIn(codes.getFirst().toLowerCase(java.util.Locale.ROOT).replace('-', ' ')).is(200);
        signIn(codes.getFirst()).isProblem(401, "SECOND_FACTOR_NEEDED");
        assertThat(this.browser.get(PATH).json().path("backupCodes").asInt()).isEqualTo(9);
        JsonNode renewed = this.browser.post(PATH + "/backup-codes", both(codes.get(2)))
            .is(200)
            .json()
            .path("backupCodes");
        signIn(codes.get(1)).isProblem(401, "SECOND_FACTOR_NEEDED");
        signIn(renewed.get(0).asString()).is(200);
    }

    @Test
    void isGuessedByNobodyWhereverFrom() {
        Authenticator app = turnOn().app();
        HttpAnswer answer = signIn("000000");
        for (int i = 1; i < 40 && answer.status() == 401; i++) {
            answer = signIn("000000");
        }
        answer.isProblem(429, "TOO_MANY_ATTEMPTS");
        signIn(app.code(1)).isProblem(429, "TOO_MANY_ATTEMPTS");
    }

    @Test
    void isAskedForWhereSomebodyElseGuesses() {
        Authenticator app = turnOn().app();
        Browser known = this.deskbell.browser();
        signIn(known, app.code(1)).is(200);
        known.delete("/api/session").is(204);
        while (signIn("000000").status() == 401) {
            continue;
        }
        this.deskbell.clock().forward(Duration.ofMinutes(1));
        signIn(known, app.code()).is(200);
    }

    @Test
    void isNotGuessedInTheBrowsersOfWhoeverKnewThePasswordBefore() {
        List<Browser> intruders = Stream.generate(() -> this.deskbell.browserOf(this.guide)).limit(3).toList();
        turnOn();
        intruders.forEach((intruder) -> intruder.get("/api/session").isProblem(401, "BAD_CREDENTIALS"));
        int guesses = 0;
        for (Browser intruder : intruders) {
            for (int i = 0; i < 20 && signIn(intruder, "000000").status() == 401; i++) {
                guesses++;
            }
        }
        assertThat(guesses).isLessThanOrEqualTo(21);
    }

    @Test
    void isSetByWhoKnowsThePasswordAndRemovedByWhoHasItToo() {
        Map<String, String> wrong = Map.of("current", "not the password", "code", "000000");
        this.browser.post(PATH, wrong).names("current");
        List<String> codes = turnOn().backupCodes();
        this.browser.post(PATH, CURRENT).names("code");
        for (String way : List.of("/backup-codes", "/removal")) {
            this.browser.post(PATH + way, wrong).names("current");
            this.browser.post(PATH + way, CURRENT).names("code");
            this.browser.post(PATH + way, both("000000")).names("code");
        }
        signIn(null).isProblem(401, "SECOND_FACTOR_NEEDED");
        this.browser.post(PATH + "/removal", both(codes.getFirst())).is(204);
        signIn(null).is(200);
    }

    @Test
    void isNoGuessingGameForWhoeverFindsTheBrowserOpen() {
        this.browser.post(PATH, CURRENT).is(201);
        HttpAnswer answer = this.browser.put(PATH, Map.of("code", "000000"));
        for (int i = 1; i < 20 && answer.status() == 400; i++) {
            answer = this.browser.put(PATH, Map.of("code", "000000"));
        }
        answer.isProblem(429, "TOO_MANY_ATTEMPTS");
    }

    @Test
    void isRemovedByAnAdminForWhoLostEverything() {
        turnOn();
        this.deskbell.admin().browser().delete("/api/admin/accounts/" + this.guide + "/second-factor").is(204);
        signIn(null).is(200);
        this.deskbell.admin().browser().delete("/api/admin/accounts/nobody/second-factor").isProblem(404, "NOT_FOUND");
        this.browser.delete("/api/admin/accounts/" + this.guide + "/second-factor").isProblem(403, "FORBIDDEN");
    }

    @Test
    void leavesItsTrailAndNoBackupCode() {
        List<String> codes = turnOn().backupCodes();
        signIn("000000");
        signIn(codes.getFirst()).is(200);
        this.browser.post(PATH + "/backup-codes", both(codes.get(1))).is(200);
        this.deskbell.admin().browser().delete("/api/admin/accounts/" + this.guide + "/second-factor").is(204);
        List<String> actions = this.deskbell.admin()
            .browser()
            .get("/api/admin/audit", "actor", this.guide)
            .each("action");
        assertThat(actions).containsExactly("BACKUP_CODES_RENEWED", "BACKUP_CODE_USED", "SIGNED_IN", "BACKUP_CODE_USED",
                "SECOND_FACTOR_REFUSED", "SECOND_FACTOR_SET", "SIGNED_IN");
    }

    @Test
    void isKeptWithItsBackupCodesHashed() {
        List<String> codes = turnOn().backupCodes();
        assertThat(this.jdbc.queryForList("select code_hash from backup_codes where username = ?", String.class,
                this.guide))
            .hasSize(10)
            .doesNotContainAnyElementsOf(codes)
            .allMatch((hash) -> hash.length() == 64);
    }

    @Test
    void isAPersonsOwn() {
        Browser desk = this.deskbell.browserOfDesk(this.deskbell.admin().desk(this.deskbell.admin().region()));
        desk.get(PATH).isProblem(403, "FORBIDDEN");
        desk.post(PATH, CURRENT).isProblem(403, "FORBIDDEN");
        this.deskbell.browser().get(PATH).isProblem(401, "BAD_CREDENTIALS");
    }

    private Factor turnOn() {
        Authenticator app = app(this.browser.post(PATH, CURRENT).is(201).json());
        JsonNode answer = this.browser.put(PATH, Map.of("code", app.code())).is(200).json();
        return new Factor(app, answer.path("backupCodes").valueStream().map(JsonNode::asString).toList());
    }

    private Authenticator app(JsonNode offer) {
        return new Authenticator(offer.path("secret").asString(), this.deskbell.clock());
    }

    private static Map<String, String> both(String code) {
        return Map.of("current", Admin.PASSWORD, "code", code);
    }

    /** In a browser that nobody knows. */
    private HttpAnswer signIn(String code) {
        return signIn(this.deskbell.browser(), code);
    }

    private HttpAnswer signIn(Browser where, String code) {
        where.get("/api/session");
        Map<String, String> credentials = new HashMap<>(Map.of("username", this.guide, "password", Admin.PASSWORD));
        credentials.put("code", code);
        return where.post("/api/session", credentials);
    }

    private record Factor(Authenticator app, List<String> backupCodes) {
    }

}

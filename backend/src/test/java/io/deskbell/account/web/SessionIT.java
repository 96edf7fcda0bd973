package io.deskbell.account.web;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.deskbell.account.Secrets;
import io.deskbell.testing.Admin;
import io.deskbell.testing.Browser;
import io.deskbell.testing.Deskbell;
import io.deskbell.testing.DeskbellServer;
import io.deskbell.testing.HttpAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcOperations;

import static org.assertj.core.api.Assertions.assertThat;

/** Signing in and out, and who one is. */
@DeskbellServer
class SessionIT {

    private static final String NEW = "a new one that is long";

    @Autowired
    private Deskbell deskbell;

    @Autowired
    private JdbcOperations jdbc;

    @Test
    void nobodyIsSignedInAtFirstButTheTokenIsThere() {
        Browser browser = this.deskbell.browser();
        browser.get("/api/session").isProblem(401, "BAD_CREDENTIALS");
        assertThat(browser.csrfToken()).isNotEmpty();
        assertThat(browser.cookie("XSRF-TOKEN").isHttpOnly()).isFalse();
    }

    @Test
    void aGuideIsToldWhoTheGuideIs() {
        String region = this.deskbell.admin().region();
        String guide = this.deskbell.admin().guide(region);
        HttpAnswer answer = this.deskbell.browser().signIn(guide, Admin.PASSWORD).is(200);
        assertThat(answer.json()).isEqualTo(this.deskbell.browserOf(guide).get("/api/session").json());
        assertThat(answer.json().path("username").asString()).isEqualTo(guide);
        assertThat(answer.json().path("displayName").asString()).isEqualTo(Admin.nameOf(guide));
        assertThat(answer.json().path("role").asString()).isEqualTo("GUIDE");
        assertThat(answer.json().at("/regions/0/code").asString()).isEqualTo(region);
        assertThat(answer.json().at("/regions/0/name").asString()).isEqualTo(Admin.nameOf(region));
        assertThat(answer.json().path("desk").isNull()).isTrue();
        assertThat(answer.json().path("presence").asString()).isEqualTo("AWAY");
        assertThat(answer.json().path("maxCalls").asInt()).isEqualTo(1);
        assertThat(answer.body()).doesNotContain("assword");
    }

    @Test
    void signingInGivesANewSessionId() {
        String guide = this.deskbell.admin().guide();
        Browser browser = this.deskbell.browserOf(guide);
        String before = browser.cookie("DESKBELL").getValue();
        browser.signIn(guide, Admin.PASSWORD).is(200);
        assertThat(browser.cookie("DESKBELL").getValue()).isNotEqualTo(before);
        assertThat(browser.cookie("DESKBELL").isHttpOnly()).isTrue();
    }

    @Test
    void aWrongPasswordAndAnUnknownNameAreToldApartByNobody() {
        String guide = this.deskbell.admin().guide();
        HttpAnswer wrong = this.deskbell.browser().signIn(guide, "not the password").isProblem(401, "BAD_CREDENTIALS");
        HttpAnswer unknown = this.deskbell.browser()
            .signIn("nobody.here", "not the password")
            .isProblem(401, "BAD_CREDENTIALS");
        assertThat(wrong.body()).isEqualTo(unknown.body());
    }

    @ParameterizedTest
    @ValueSource(strings = { "{}", "[]", "null", "", "{", "\"text\"", "{\"username\": \"a\", \"password\": \"\"}",
            "{\"username\": 1, \"password\": {}}" })
    void whatIsNoSignInIsRefused(String body) {
        Browser browser = this.deskbell.browser();
        browser.get("/api/session");
        browser.post("/api/session", body).isProblem(400, "INVALID_REQUEST");
    }

    @Test
    void aDisabledAccountCannotSignIn() {
        Admin admin = this.deskbell.admin();
        String guide = admin.guide();
        admin.browser().patch("/api/admin/accounts/" + guide, Map.of("enabled", false)).is(200);
        this.deskbell.browser().signIn(guide, Admin.PASSWORD).isProblem(401, "BAD_CREDENTIALS");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/api/session", "/%61pi/session", "/api/calls/current", "/%61pi/calls/current" })
    void aDisabledAccountIsOutAtOnceHoweverThePathIsSpelt(String path) {
        Admin admin = this.deskbell.admin();
        String guide = admin.guide();
        Browser browser = this.deskbell.browserOf(guide);
        browser.get(path).is(200);
        admin.browser().patch("/api/admin/accounts/" + guide, Map.of("enabled", false)).is(200);
        browser.get(path).isProblem(401, "BAD_CREDENTIALS");
    }

    @Test
    void aDeletedAccountIsOutAtOnce() {
        Admin admin = this.deskbell.admin();
        String guide = admin.guide();
        Browser browser = this.deskbell.browserOf(guide);
        admin.browser().delete("/api/admin/accounts/" + guide).is(204);
        browser.get("/api/notes").isProblem(401, "BAD_CREDENTIALS");
    }

    @Test
    void anAdminWhoBecomesAGuideIsNoLongerAnAdmin() {
        Admin admin = this.deskbell.admin();
        String other = admin.person("ADMIN", 1);
        Browser browser = this.deskbell.browserOf(other);
        browser.get("/api/admin/regions").is(200);
        admin.browser().patch("/api/admin/accounts/" + other, Map.of("role", "GUIDE")).is(200);
        assertThat(browser.get("/api/admin/regions").status()).isIn(401, 403);
    }

    @Test
    void whoSignsOutIsOut() {
        Browser browser = this.deskbell.browserOf(this.deskbell.admin().guide());
        browser.delete("/api/session").is(204);
        browser.get("/api/session").isProblem(401, "BAD_CREDENTIALS");
        browser.get("/api/notes").isProblem(401, "BAD_CREDENTIALS");
        browser.delete("/api/session").is(204);
    }

    @Test
    void nothingIsChangedWithoutTheToken() {
        Browser browser = this.deskbell.browserOf(this.deskbell.admin().guide());
        browser.cookie("XSRF-TOKEN").setValue("another");
        browser.post("/api/notes/read", "").is(204);
        browser.keep(new java.net.HttpCookie("XSRF-TOKEN", ""));
        browser.post("/api/notes/read", "").isProblem(403, "FORBIDDEN");
    }

    @Test
    void whoGuessesTooOftenMustWait() {
        String guide = this.deskbell.admin().guide();
        Browser browser = this.deskbell.browser();
        HttpAnswer answer = browser.signIn(guide, "a guess");
        for (int i = 1; i < 20 && answer.status() == 401; i++) {
            answer = browser.signIn(guide, "another guess");
        }
        answer.isProblem(429, "TOO_MANY_ATTEMPTS");
        assertThat(Integer.parseInt(answer.header("retry-after"))).isBetween(1, 300);
        browser.signIn(guide, Admin.PASSWORD).isProblem(429, "TOO_MANY_ATTEMPTS");
        this.deskbell.browserOf(this.deskbell.admin().guide());
    }

    @Test
    void aWholeOfficeSignsInAtOnce() {
        List<String> guides = Stream.generate(() -> this.deskbell.admin().guide()).limit(8).toList();
        Browser office = this.deskbell.browser();
        assertThat(atOnce(80, (i) -> behind(office).signIn(guides.get(i % 8), Admin.PASSWORD))).containsOnly(200);
    }

    @Test
    void manyGuessesAtOnceGainNothing() {
        String guide = this.deskbell.admin().guide();
        Browser office = this.deskbell.browser();
        List<Integer> answers = atOnce(40, (i) -> behind(office).signIn(guide, "guess " + i));
        assertThat(answers).containsOnly(401, 429);
        assertThat(answers.stream().filter((status) -> status == 401)).hasSizeBetween(10, 12);
    }

    /** Another browser behind the same address. */
    private Browser behind(Browser office) {
        return this.deskbell.browser().with("X-Forwarded-For", office.headers().get("X-Forwarded-For"));
    }

    private static List<Integer> atOnce(int times, IntFunction<HttpAnswer> act) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = IntStream.range(0, times)
                .mapToObj((i) -> threads.submit(() -> act.apply(i).status()))
                .toList();
            return answers.stream().map(SessionIT::result).toList();
        }
    }

    private static int result(Future<Integer> answer) {
        try {
            return answer.get(60, TimeUnit.SECONDS);
        }
        catch (Exception ex) {
            throw new IllegalStateException(ex);
        }
    }

    @Test
    void aKnownBrowserGuessesNoMoreThanAnyOther() {
        String guide = this.deskbell.admin().guide();
        Browser known = this.deskbell.browserOf(guide);
        HttpAnswer answer = known.copy().signIn(guide, "a guess");
        for (int i = 1; i < 20 && answer.status() == 401; i++) {
            answer = known.copy().signIn(guide, "a guess");
        }
        answer.isProblem(429, "TOO_MANY_ATTEMPTS");
    }

    @Test
    void whoOnceKnewThePasswordCollectsNoBrowsers() {
        String guide = this.deskbell.admin().guide();
        for (int i = 0; i < 25; i++) {
            this.deskbell.browserOf(guide);
        }
        assertThat(knownBrowsersOf(guide)).isEqualTo(20);
        this.deskbell.admin().browser().patch("/api/admin/accounts/" + guide, Map.of("password", NEW)).is(200);
        assertThat(knownBrowsersOf(guide)).isZero();
        this.deskbell.browser().signIn(guide, NEW).is(200);
        assertThat(knownBrowsersOf(guide)).isEqualTo(1);
    }

    private Integer knownBrowsersOf(String guide) {
        return this.jdbc.queryForObject("select count(*) from known_browsers where username = ?", Integer.class, guide);
    }

    /** As one that was under way while the password was changed. */
    @Test
    void aSessionOfAnEarlierPasswordIsWorthNothing() {
        String guide = this.deskbell.admin().guide();
        Browser browser = this.deskbell.browserOf(guide);
        this.jdbc.update("update accounts set password_version = password_version + 1 where username = ?", guide);
        browser.get("/api/notes").isProblem(401, "BAD_CREDENTIALS");
        browser.get("/ws/info").isProblem(401, "BAD_CREDENTIALS");
    }

    @Test
    void twoAddressesOfOneNetworkAreOneGuesser() {
        String guide = this.deskbell.admin().guide();
        String network = "2001:db8:%x:".formatted(ThreadLocalRandom.current().nextInt(0x10000));
        for (int i = 0; i < 10; i++) {
            this.deskbell.browser()
                .with("X-Forwarded-For", network + "2::" + i)
                .signIn(guide, "a guess")
                .isProblem(401, "BAD_CREDENTIALS");
        }
        this.deskbell.browser()
            .with("X-Forwarded-For", network + "2:ffff::1")
            .signIn(guide, Admin.PASSWORD)
            .isProblem(429, "TOO_MANY_ATTEMPTS");
        this.deskbell.browser().with("X-Forwarded-For", network + "3::1").signIn(guide, Admin.PASSWORD).is(200);
    }

    @Test
    void everyCookieStaysOnItsSite() {
        HttpAnswer answer = this.deskbell.browser().get("/api/session");
        assertThat(answer.response().headers().allValues("set-cookie")).isNotEmpty()
            .allMatch((cookie) -> cookie.contains("SameSite=Lax"));
        Browser browser = this.deskbell.browser();
        HttpAnswer signIn = browser.signIn(this.deskbell.admin().guide(), Admin.PASSWORD).is(200);
        assertThat(signIn.response().headers().allValues("set-cookie")).hasSizeGreaterThanOrEqualTo(2)
            .allMatch((cookie) -> cookie.contains("SameSite=Lax") || cookie.contains("Max-Age=0"));
    }

    @Test
    void noAnswerIsKeptByABrowser() {
        Browser browser = this.deskbell.browserOf(this.deskbell.admin().guide()).restart();
        Browser desk = this.deskbell.browserOfDesk(this.deskbell.admin().desk(this.deskbell.admin().region()));
        assertThat(browser.get("/api/session").header("cache-control")).contains("no-store");
        assertThat(desk.restart().get("/api/session").is(200).header("cache-control")).contains("no-store");
    }

    @Test
    void aBrowserIsKnownToAllWhoShareIt() {
        String one = this.deskbell.admin().guide();
        String other = this.deskbell.admin().guide();
        Browser shared = this.deskbell.browserOf(one);
        String token = shared.cookie("DESKBELL_BROWSER").getValue();
        assertThat(shared.cookie("DESKBELL_BROWSER").isHttpOnly()).isTrue();
        shared.signIn(other, Admin.PASSWORD).is(200);
        assertThat(shared.cookie("DESKBELL_BROWSER").getValue()).isEqualTo(token);
        assertThat(this.jdbc.queryForList("select username from known_browsers where token_hash = ?", String.class,
                Secrets.hash(token)))
            .containsExactlyInAnyOrder(one, other);
    }

    @Test
    void aStrangerCostsNoSession() {
        Integer before = this.jdbc.queryForObject("select count(*) from spring_session", Integer.class);
        Browser stranger = this.deskbell.browser();
        stranger.get("/api/session").isProblem(401, "BAD_CREDENTIALS");
        stranger.open("/login").is(200);
        stranger.signIn("nobody", "not the password").isProblem(401, "BAD_CREDENTIALS");
        stranger.pair("0000-0000-0000").isProblem(401, "BAD_PAIRING_CODE");
        stranger.get("/ws/info").isProblem(401, "BAD_CREDENTIALS");
        assertThat(this.jdbc.queryForObject("select count(*) from spring_session", Integer.class)).isEqualTo(before);
    }

}

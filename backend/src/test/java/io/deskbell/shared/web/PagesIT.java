package io.deskbell.shared.web;

import io.deskbell.testing.Deskbell;
import io.deskbell.testing.DeskbellServer;
import io.deskbell.testing.HttpAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** A person gets pages, a program problems. */
@DeskbellServer
class PagesIT {

    @Autowired
    private Deskbell deskbell;

    @ParameterizedTest
    @ValueSource(strings = { "/", "/login", "/desk", "/guide", "/admin", "/admin/messages" })
    void everyRouteIsThePage(String path) {
        assertPage(this.deskbell.browser().open(path).is(200));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/nothing", "/nothing/at/all" })
    void whatIsNotThereIsAPageWith404ForAPerson(String path) {
        assertPage(this.deskbell.browser().open(path).is(404));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/nothing", "/assets/nothing.js" })
    void whatIsNotThereIsAProblemForAProgram(String path) {
        this.deskbell.browser().get(path).isProblem(404, "NOT_FOUND");
    }

    @Test
    void anApiIsNeverAPage() {
        HttpAnswer answer = this.deskbell.admin().browser().open("/api/nothing");
        answer.isProblem(404, "NOT_FOUND");
        this.deskbell.browser().open("/api/nothing").isProblem(401, "BAD_CREDENTIALS");
    }

    @Test
    void aWrongMethodIsAProblem() {
        this.deskbell.admin().browser().delete("/api/notes").isProblem(405, "INVALID_REQUEST");
    }

    @Test
    void healthIsOpenAndMetricsAreTheAdmins() {
        this.deskbell.browser().get("/actuator/health").is(200);
        this.deskbell.browser().get("/actuator/prometheus").isProblem(401, "BAD_CREDENTIALS");
        HttpAnswer metrics = this.deskbell.admin().browser().open("/actuator/prometheus");
        assertThat(metrics.is(200).body()).contains("deskbell_connections_open");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/desk", "/favicon.svg", "/nothing", "/api/session", "/ws/info" })
    void everyAnswerTellsTheBrowserWhatItMayDo(String path) {
        HttpAnswer answer = this.deskbell.browser().open(path);
        assertThat(answer.header("content-security-policy"))
            .contains("default-src 'none'; script-src 'self'; worker-src 'self' blob:; ")
            .contains("connect-src 'self'; ")
            .endsWith("frame-ancestors 'none'")
            .doesNotContain("http", "*", "data:", "unsafe-eval");
        assertThat(answer.header("x-frame-options")).isEqualTo("DENY");
        assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
        assertThat(answer.header("referrer-policy")).isEqualTo("no-referrer");
        assertThat(answer.header("permissions-policy")).contains("camera=()", "microphone=()", "geolocation=()");
        assertThat(answer.header("cross-origin-opener-policy")).isEqualTo("same-origin");
        assertThat(answer.header("cross-origin-resource-policy")).isEqualTo("same-origin");
    }

    private static void assertPage(HttpAnswer answer) {
        assertThat(answer.header("content-type")).startsWith("text/html");
        assertThat(answer.body()).contains("<div id=\"app\">");
    }

}

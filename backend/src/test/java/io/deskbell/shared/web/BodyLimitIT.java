package io.deskbell.shared.web;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import io.deskbell.testing.Admin;
import io.deskbell.testing.Browser;
import io.deskbell.testing.Deskbell;
import io.deskbell.testing.DeskbellServer;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** What comes in is bounded, told or untold, also for a stranger. */
@DeskbellServer
class BodyLimitIT {

    private static final int KB = 1024;

    @Autowired
    private Deskbell deskbell;

    @Test
    void aLargeRequestIsRefused() {
        Browser browser = this.deskbell.browser();
        browser.get("/api/session");
        String large = "{\"username\": \"" + "x".repeat(129 * KB) + "\", \"password\": \"x\"}";
        browser.post("/api/session", large).isProblem(400, "INVALID_REQUEST");
    }

    @Test
    void soIsOneThatDoesNotTellItsLength() throws Exception {
        HttpResponse<String> answer = chunked("/api/session", "{\"username\": \"", 129 * KB);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("too large");
    }

    @Test
    void anOrdinaryOneThatDoesNotTellItsLengthIsTaken() throws Exception {
        assertThat(chunked("/api/session", "{\"username\": \"", 100).body()).contains("INVALID_REQUEST")
            .doesNotContain("too large");
    }

    @Test
    void framesWithoutAWebSocketAreBoundedToo() throws Exception {
        Browser guide = this.deskbell.browserOf(this.deskbell.admin().guide());
        String session = "/ws/000/" + Admin.unique("large-");
        assertThat(guide.post(session + "/xhr", "").is(200).body()).isEqualTo("o\n");
        guide.post(session + "/xhr_send", "[\"" + "x".repeat(1100 * KB) + "\"]").is(400);
        guide.post("/api/notes", Map.of("to", Map.of("username", "admin"), "contents", Admin.PASSWORD)).is(201);
    }

    private HttpResponse<String> chunked(String path, String start, int length) throws Exception {
        Browser browser = this.deskbell.browser();
        browser.get("/api/session");
        HttpRequest.Builder request = HttpRequest
            .newBuilder(URI.create("http://localhost:" + this.deskbell.port() + path))
            .header("Content-Type", "application/json")
            .header("X-XSRF-TOKEN", browser.csrfToken())
            .POST(BodyPublishers.ofInputStream(
                    () -> new ByteArrayInputStream((start + "x".repeat(length)).getBytes(StandardCharsets.UTF_8))));
        browser.headers().forEach(request::header);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }

}

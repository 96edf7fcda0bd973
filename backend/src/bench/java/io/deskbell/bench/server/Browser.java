package io.deskbell.bench.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.deskbell.bench.client.Endpoint;

/** Who is signed in: it keeps cookies and sends the CSRF token back. */
public final class Browser {

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final JsonMapper MAPPER = new JsonMapper();

    private static final String CSRF_COOKIE = "XSRF-TOKEN";

    private static final String CSRF_HEADER = "X-XSRF-TOKEN";

    private final int port;

    private final Map<String, String> cookies = new ConcurrentHashMap<>();

    Browser(int port) {
        this.port = port;
    }

    Browser signIn(String username, String password) {
        return as("/api/session", Map.of("username", username, "password", password));
    }

    Browser pair(String code) {
        return as("/api/desk/pair", Map.of("pairingCode", code));
    }

    /** The token is made anew at each sign-in. */
    private Browser as(String path, Map<String, Object> credentials) {
        send(request("/api/session").GET());
        post(path, credentials);
        expect(200, send(request("/api/session").GET()));
        return this;
    }

    /** Asks for what a page shows. */
    public Answer get(String path) {
        long start = System.nanoTime();
        HttpResponse<String> answer = send(request(path).GET());
        return new Answer(answer.statusCode(), (System.nanoTime() - start) / 1e6, answer.body());
    }

    JsonNode post(String path, Map<String, Object> body) {
        HttpResponse<String> answer = send(request(path).header("Content-Type", "application/json")
            .header(CSRF_HEADER, token())
            .POST(BodyPublishers.ofString(MAPPER.writeValueAsString(body))));
        return MAPPER.readTree(expect((answer.statusCode() == 200) ? 200 : 201, answer).body());
    }

    private static HttpResponse<String> expect(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(
                    answer.request().uri() + " was answered with " + answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }

    /** Where and as whom this browser's page would connect. */
    Endpoint endpoint() {
        return new Endpoint(this.port, "/ws/websocket", header(), Map.of(CSRF_HEADER, token()));
    }

    private String token() {
        return this.cookies.getOrDefault(CSRF_COOKIE, "");
    }

    private String header() {
        return this.cookies.entrySet()
            .stream()
            .map((cookie) -> cookie.getKey() + "=" + cookie.getValue())
            .collect(Collectors.joining("; "));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
            .header("Accept", "application/json");
        return this.cookies.isEmpty() ? request : request.header("Cookie", header());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
            answer.headers()
                .allValues("set-cookie")
                .stream()
                .map(HttpCookie::parse)
                .forEach((all) -> all.forEach(this::keep));
            return answer;
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ex);
        }
    }

    private void keep(HttpCookie cookie) {
        if (cookie.getMaxAge() == 0) {
            this.cookies.remove(cookie.getName());
        }
        else {
            this.cookies.put(cookie.getName(), cookie.getValue());
        }
    }

    /**
     * What came back.
     *
     * @param millis until all of it was there
     */
    public record Answer(int status, double millis, String body) {

        /** The id of the last item of a list. */
        public String lastId() {
            JsonNode items = MAPPER.readTree(this.body).path("items");
            return items.path(items.size() - 1).path("id").asString();
        }

    }

}

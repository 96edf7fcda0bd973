package io.deskbell.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import tools.jackson.databind.json.JsonMapper;

/**
 * As much of a browser as the protocol needs: it keeps cookies and sends the CSRF token
 * back.
 */
public final class Browser {

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final JsonMapper MAPPER = new JsonMapper();

    private static final String CSRF_COOKIE = "XSRF-TOKEN";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final int port;

    private final Map<String, HttpCookie> jar = new ConcurrentHashMap<>();

    private final Map<String, String> headers = new ConcurrentHashMap<>();

    /**
     * Each browser at its own address, so that no test's failures count for another's.
     */
    public Browser(int port) {
        this.port = port;
        int number = COUNT.incrementAndGet();
        with("X-Forwarded-For", "198.18.%d.%d".formatted(number / 250, number % 250));
    }

    /** Sends this header with every request. */
    public Browser with(String name, String value) {
        this.headers.put(name, value);
        return this;
    }

    public HttpAnswer get(String path, Object... query) {
        return send(request(path, query).header("Accept", "application/json").GET());
    }

    /** What is sent bit by bit is read so; closing it breaks the connection off. */
    public HttpResponse<InputStream> stream(String path, Object... query) {
        return send(HTTP, request(path, query).GET(), BodyHandlers.ofInputStream());
    }

    /** Opens a page as a person does. */
    public HttpAnswer open(String path) {
        return send(request(path).header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8").GET());
    }

    public HttpAnswer post(String path, Object body) {
        return change("POST", path, body);
    }

    public HttpAnswer put(String path, Object body) {
        return change("PUT", path, body);
    }

    public HttpAnswer patch(String path, Object body) {
        return change("PATCH", path, body);
    }

    public HttpAnswer delete(String path) {
        return change("DELETE", path, "");
    }

    public HttpAnswer signIn(String username, String password) {
        get("/api/session");
        return post("/api/session", Map.of("username", username, "password", password));
    }

    public HttpAnswer pair(String code) {
        get("/api/session");
        return post("/api/desk/pair", Map.of("pairingCode", code));
    }

    /** Forgets what a browser forgets when it is closed. */
    public Browser restart() {
        this.jar.values().removeIf((cookie) -> cookie.getMaxAge() < 0);
        return this;
    }

    /** Another browser at another address with the same cookies. */
    public Browser copy() {
        return at(this.port);
    }

    /** The same cookies for a server at another port. */
    public Browser at(int otherPort) {
        Browser other = new Browser(otherPort);
        other.jar.putAll(this.jar);
        return other;
    }

    public HttpCookie cookie(String name) {
        return this.jar.get(name);
    }

    public void keep(HttpCookie cookie) {
        this.jar.put(cookie.getName(), cookie);
    }

    /** The headers of every request, the cookies among them. */
    public Map<String, String> headers() {
        Map<String, String> all = new HashMap<>(this.headers);
        all.put("Cookie", cookies());
        return all;
    }

    private String cookies() {
        return this.jar.values()
            .stream()
            .map((cookie) -> cookie.getName() + "=" + cookie.getValue())
            .collect(Collectors.joining("; "));
    }

    public String csrfToken() {
        return this.jar.containsKey(CSRF_COOKIE) ? this.jar.get(CSRF_COOKIE).getValue() : "";
    }

    public int port() {
        return this.port;
    }

    /**
     * Sends just this, as no page would, on a connection of its own: the server may close
     * it where it has not read the body.
     */
    public HttpAnswer raw(String method, String path, String contentType, String body) {
        try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return send(http,
                    request(path).header("Accept", "application/json")
                        .header("Content-Type", contentType)
                        .header("X-XSRF-TOKEN", csrfToken())
                        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
        }
    }

    /** Changes something: the body is JSON already, or is written as such. */
    private HttpAnswer change(String method, String path, Object body) {
        String json = (body instanceof String text) ? text : MAPPER.writeValueAsString(body);
        return send(request(path).header("Accept", "application/json")
            .header("Content-Type", "application/json")
            .header("X-XSRF-TOKEN", csrfToken())
            .method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String path, Object... query) {
        StringBuilder uri = new StringBuilder("http://localhost:" + this.port + path);
        for (int i = 0; i < query.length; i += 2) {
            uri.append((i == 0) ? '?' : '&')
                .append(query[i])
                .append('=')
                .append(URLEncoder.encode(String.valueOf(query[i + 1]), StandardCharsets.UTF_8));
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(uri.toString()))
            .timeout(Duration.ofSeconds(30));
        headers().forEach(request::setHeader);
        return request;
    }

    private HttpAnswer send(HttpRequest.Builder request) {
        return send(HTTP, request);
    }

    private HttpAnswer send(HttpClient http, HttpRequest.Builder request) {
        return new HttpAnswer(send(http, request, BodyHandlers.ofString()));
    }

    private <T> HttpResponse<T> send(HttpClient http, HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            HttpResponse<T> response = http.send(request.build(), body);
            response.headers().allValues("set-cookie").stream().map(HttpCookie::parse).forEach(this::keep);
            return response;
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ex);
        }
    }

    private void keep(List<HttpCookie> cookies) {
        cookies.forEach((cookie) -> {
            if (cookie.getMaxAge() == 0) {
                this.jar.remove(cookie.getName());
            }
            else {
                keep(cookie);
            }
        });
    }

}

package io.deskbell.protocol;

import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

import io.deskbell.testing.Browser;
import io.deskbell.testing.Guide;
import io.deskbell.testing.Kiosk;
import io.deskbell.testing.RawSocket;
import io.deskbell.testing.StompConnection;
import io.deskbell.testing.Transport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Who comes in, and what is refused and how. */
class AccessIT extends ProtocolTest {

    private static final String UNKNOWN = "0198a0b8-0000-7000-8000-000000000001";

    private String region;

    private String otherRegion;

    @BeforeEach
    void makeRegions() {
        this.region = admin().region();
        this.otherRegion = admin().region();
    }

    @Test
    void nobodyConnectsWithoutBeingSignedIn() {
        Browser nobody = this.deskbell.browser();
        assertThatExceptionOfType(CompletionException.class).isThrownBy(() -> RawSocket.open(nobody))
            .havingCause()
            .isInstanceOfSatisfying(WebSocketHandshakeException.class,
                    (ex) -> assertThat(ex.getResponse().statusCode()).isEqualTo(401));
        nobody.get("/ws/info").isProblem(401, "BAD_CREDENTIALS");
        nobody.post("/ws/000/some-session/xhr", "").isProblem(401, "BAD_CREDENTIALS");
    }

    @ParameterizedTest
    @ValueSource(strings = { "xhr", "xhr_streaming", "xhr_send", "eventsource", "htmlfile", "jsonp", "websocket" })
    void nobodyOpensASessionOfAnyTransport(String transport) {
        Browser nobody = this.deskbell.browser();
        nobody.get("/ws/000/some-session/" + transport).isProblem(401, "BAD_CREDENTIALS");
        nobody.post("/ws/000/some-session/" + transport, "").isProblem(401, "BAD_CREDENTIALS");
    }

    /** SockJS would load a script from elsewhere into it, and let anybody frame it. */
    @ParameterizedTest
    @ValueSource(strings = { "/ws/iframe.html", "/ws/iframe-1.0.html", "/ws/%69frame.html" })
    void noTransportGetsAFrame(String path) {
        this.deskbell.browserOf(admin().guide(this.region)).get(path).isProblem(403, "FORBIDDEN");
        this.deskbell.browser().get(path).isProblem(401, "BAD_CREDENTIALS");
    }

    @Test
    void anotherSitesPageConnectsByNoTransport() {
        Browser guide = this.deskbell.browserOf(admin().guide(this.region)).with("Origin", "https://elsewhere.example");
        assertThatExceptionOfType(CompletionException.class).isThrownBy(() -> RawSocket.open(guide))
            .havingCause()
            .isInstanceOfSatisfying(WebSocketHandshakeException.class,
                    (ex) -> assertThat(ex.getResponse().statusCode()).isEqualTo(403));
        assertThat(guide.get("/ws/info").status()).isEqualTo(403);
        assertThat(guide.post("/ws/000/some-session/xhr", "").status()).isEqualTo(403);
        assertThat(guide.get("/api/session").header("access-control-allow-origin")).isEmpty();
    }

    /** A selector is an expression of the sender's that a broker would evaluate. */
    @Test
    void aSelectorIsPassedOver() {
        Kiosk kiosk = this.deskbell.kiosk(this.region);
        Browser browser = this.deskbell.browserOf(admin().guide(this.region));
        RawSocket socket = RawSocket.open(browser).connect(browser.csrfToken());
        assertThat(socket.frame()).startsWith("CONNECTED\n");
        socket.send("SUBSCRIBE",
                "id:s\nreceipt:r\nselector:T(java.lang.System).exit(1)\ndestination:/topic/regions." + this.region, "");
        assertThat(socket.answer()).startsWith("RECEIPT\n");
        String call = kiosk.rings();
        assertThat(Stream.generate(socket::frame).filter((frame) -> frame.contains(call)).findFirst().orElseThrow())
            .startsWith("MESSAGE\n");
        socket.close();
    }

    @Test
    void aDeskConnectsByItsDeviceCookieAlone() {
        Browser browser = this.deskbell.browserOfDesk(admin().desk(this.region)).restart();
        browser.get("/api/session").is(200);
        StompConnection connection = StompConnection.open(browser, Transport.WEBSOCKET);
        assertThat(connection.isOpen()).isTrue();
        connection.close();
    }

    @Test
    void theServerOffersHeartBeatsEveryTenSecondsBothWays() {
        StompConnection connection = StompConnection.open(admin().browser(), Transport.WEBSOCKET);
        assertThat(connection.connected().getHeartbeat()).containsExactly(10_000, 10_000);
        assertThat(connection.connected().getFirst("version")).isEqualTo("1.2");
        connection.close();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "wrong" })
    void connectingNeedsTheTokenOfTheSession(String token) {
        Browser browser = this.deskbell.browserOfDesk(admin().desk(this.region));
        RawSocket socket = RawSocket.open(browser).connect(token);
        assertThat(socket.frame()).startsWith("ERROR\n").contains("code:FORBIDDEN\n");
        assertThat(socket.awaitClosed()).isPositive();
        assertThat(browser.get("/api/calls/current").each("id")).isEmpty();
    }

    @Test
    void nothingIsDoneForWhoHasNotConnected() {
        Browser browser = this.deskbell.browserOfDesk(admin().desk(this.region));
        RawSocket socket = RawSocket.open(browser);
        socket.send("SEND", "destination:/app/calls.ring\ncontent-type:application/json",
                "{\"requestId\": \"r\", \"language\": \"ko\"}");
        assertThat(socket.frame()).startsWith("ERROR\n").contains("code:");
        assertThat(socket.awaitClosed()).isPositive();
        assertThat(browser.get("/api/calls/current").each("id")).isEmpty();
    }

    @Test
    void nothingIsFollowedByWhoHasNotConnected() {
        RawSocket socket = RawSocket.open(admin().browser());
        socket.send("SUBSCRIBE", "id:1\ndestination:/topic/regions." + this.region, "");
        assertThat(socket.frame()).startsWith("ERROR\n").contains("code:");
        assertThat(socket.awaitClosed()).isPositive();
    }

    @Test
    void nothingIsTakenAfterDisconnect() {
        Guide guide = this.deskbell.guide(this.region);
        RawSocket socket = RawSocket.open(guide.browser()).connect(guide.browser().csrfToken());
        assertThat(socket.frame()).startsWith("CONNECTED\n");
        socket.send("DISCONNECT", "", "");
        socket.send("SEND", "content-type:application/json\ndestination:/app/presence", "{\"state\": \"AWAY\"}");
        assertThat(socket.awaitClosed()).isPositive();
        assertThat(guide.browser().get("/api/session").is(200).json().path("presence").asString())
            .isEqualTo("AVAILABLE");
    }

    /** The frame before it may still be on its way when the server closes. */
    @Test
    void anErrorIsNeverLost() {
        Browser browser = admin().browser();
        for (int i = 0; i < 50; i++) {
            RawSocket socket = RawSocket.open(browser).connect(browser.csrfToken());
            assertThat(socket.frame()).startsWith("CONNECTED\n");
            socket.send("SUBSCRIBE", "id:1\nreceipt:r\ndestination:/user/queue/errors", "");
            assertThat(socket.frame()).startsWith("RECEIPT\n");
            socket.send("SUBSCRIBE", "id:2\ndestination:/topic/#", "");
            assertThat(socket.frame()).startsWith("ERROR\n");
        }
    }

    @ParameterizedTest
    @CsvSource({ "DESK,/topic/regions.{own},FORBIDDEN", "DESK,/user/queue/notes,FORBIDDEN",
            "GUIDE,/topic/regions.{other},FORBIDDEN", "GUIDE,/topic/regions.no-such-region,FORBIDDEN",
            "ADMIN,/topic/regions.no-such-region,FORBIDDEN", "ADMIN,/user/queue/calls,FORBIDDEN",
            "ADMIN,/user/queue/messages,FORBIDDEN", "GUIDE,/topic/regions.*,NOT_FOUND", "GUIDE,/topic/**,NOT_FOUND",
            "ADMIN,/topic/#,NOT_FOUND", "ADMIN,/topic/>,NOT_FOUND", "GUIDE,/user/queue/**,NOT_FOUND",
            "GUIDE,/queue/calls,NOT_FOUND", "GUIDE,/user/desk:x/queue/messages,NOT_FOUND",
            "GUIDE,/app/calls.ring,NOT_FOUND", "ADMIN,/topic/u.61646d696e.queue.notes,NOT_FOUND" })
    void aRefusedSubscriptionIsAnErrorAndTheEnd(String role, String destination, String code) {
        StompConnection connection = StompConnection.open(browserOf(role), Transport.WEBSOCKET);
        connection.tryToFollow(destination.replace("{own}", this.region).replace("{other}", this.otherRegion));
        assertThat(connection.error().getFirst("code")).isEqualTo(code);
        connection.awaitClosed(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @CsvSource({ "DESK,/app/calls.{id}.accept,FORBIDDEN,{id}", "DESK,/app/presence,FORBIDDEN,",
            "GUIDE,/app/calls.ring,FORBIDDEN,r-1", "GUIDE,/app/calls.{id}.cancel,FORBIDDEN,{id}",
            "ADMIN,/app/calls.{id}.messages,FORBIDDEN,c-1", "ADMIN,/app/calls.{id}.end,FORBIDDEN,{id}",
            "GUIDE,/app/calls.{id}.accept,NOT_FOUND,{id}", "GUIDE,/app/calls.{id}.end,NOT_FOUND,{id}",
            "DESK,/app/calls.{id}.cancel,NOT_FOUND,{id}", "DESK,/app/calls.{id}.messages,NOT_FOUND,c-1",
            "DESK,/app/calls.{id}.typing,NOT_FOUND,{id}", "DESK,/app/calls.{id}.read,NOT_FOUND,{id}",
            "DESK,/app/calls.not-an-id.cancel,NOT_FOUND,not-an-id", "GUIDE,/app/calls..accept,NOT_FOUND,",
            "GUIDE,/app/nothing,NOT_FOUND,", "GUIDE,/topic/regions.{own},NOT_FOUND,", "GUIDE,/queue/calls,NOT_FOUND,",
            "GUIDE,/user/queue/messages,NOT_FOUND,", "GUIDE,/user/desk:x/queue/messages,NOT_FOUND," })
    void aRefusedSendIsToldAndTheLineStaysOpen(String role, String destination, String code, String ref) {
        StompConnection connection = StompConnection.open(browserOf(role), Transport.WEBSOCKET);
        connection.send(destination.replace("{id}", UNKNOWN).replace("{own}", this.region), bodyFor(destination));
        JsonNode refusal = connection.next("/user/queue/errors");
        assertThat(refusal.path("code").asString()).isEqualTo(code);
        assertThat(refusal.path("detail").asString()).isNotBlank();
        assertThat(refusal.path("ref").asString(null)).isEqualTo((ref != null) ? ref.replace("{id}", UNKNOWN) : null);
        assertThat(connection.isOpen()).isTrue();
        connection.close();
    }

    @Test
    void whatAClientSendsToATopicReachesNobody() {
        Guide guide = this.deskbell.guide(this.region);
        StompConnection connection = StompConnection.open(admin().browser(), Transport.WEBSOCKET);
        connection.send("/topic/regions." + this.region, Map.of("type", "CALL", "call", "forged"));
        connection.next("/user/queue/errors");
        Kiosk kiosk = this.deskbell.kiosk(this.region);
        String call = kiosk.rings();
        JsonNode first = guide.hears("CALL", (event) -> true);
        assertThat(first.at("/call/id").asString()).isEqualTo(call);
        connection.close();
    }

    private Browser browserOf(String role) {
        return switch (role) {
            case "DESK" -> this.deskbell.browserOfDesk(admin().desk(this.region));
            case "GUIDE" -> this.deskbell.browserOf(admin().guide(this.region));
            default -> admin().browser();
        };
    }

    private static Object bodyFor(String destination) {
        if (destination.endsWith(".ring")) {
            return Map.of("requestId", "r-1", "language", "ko");
        }
        if (destination.endsWith("}.messages")) {
            return Map.of("clientId", "c-1", "contents", "x");
        }
        if (destination.endsWith(".typing")) {
            return Map.of("typing", true);
        }
        return destination.endsWith(".read") ? Map.of("seq", 1) : "";
    }

}

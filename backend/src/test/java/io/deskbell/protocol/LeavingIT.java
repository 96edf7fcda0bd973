package io.deskbell.protocol;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;

import io.deskbell.testing.Browser;
import io.deskbell.testing.Guide;
import io.deskbell.testing.Kiosk;
import io.deskbell.testing.RawSocket;
import io.deskbell.testing.SockJsLine;
import io.deskbell.testing.Wire;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** However a guide leaves, the guide is no longer there, and the next ring knows it. */
@Order(2)
@TestPropertySource(properties = "spring.application.name=leaving")
class LeavingIT extends ProtocolTest {

    private static final String AVAILABLE = "SEND\ndestination:/app/presence\ncontent-type:application/json\n\n"
            + "{\"state\": \"AVAILABLE\"}\0";

    private String region;

    private Kiosk kiosk;

    private Guide colleague;

    private String username;

    private Browser browser;

    @BeforeEach
    void begin() {
        this.region = admin().region();
        this.kiosk = this.deskbell.kiosk(this.region);
        this.colleague = this.deskbell.guide(this.region);
        this.username = admin().guide(this.region);
        this.browser = this.deskbell.browserOf(this.username);
    }

    @Test
    void aDisconnectIsTheEndAlsoWhereTheSocketStaysOpen() {
        RawSocket socket = available();
        socket.send("DISCONNECT", "receipt:bye", "");
        assertThat(socket.answer()).isEqualTo("RECEIPT\nreceipt-id:bye\n\n\0");
        assertGone();
        assertThat(socket.awaitClosed()).isEqualTo(1000);
    }

    @ParameterizedTest
    @ValueSource(strings = { "xhr_streaming", "eventsource" })
    void aDisconnectOverSockJsIsAnsweredAndTheEnd(String transport) throws IOException {
        SockJsLine line = availableOver(transport, "0,0");
        line.send("DISCONNECT\nreceipt:bye\n\n\0");
        line.read("receipt-id:bye");
        assertGone();
        line.read("c[");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void whateverEndsTheSocketEndsThePresence(String how, Way way) throws IOException {
        try (Wire wire = Wire.open(this.browser)) {
            wire.send(Wire.TEXT,
                    frame("CONNECT\naccept-version:1.2\nhost:x\nX-XSRF-TOKEN:" + this.browser.csrfToken() + "\n\n\0"));
            wire.read();
            wire.send(Wire.TEXT, frame(AVAILABLE));
            hears(true);
            way.leave(wire, this);
            assertGone();
        }
    }

    static Stream<Arguments> whateverEndsTheSocketEndsThePresence() {
        return Stream.of(way("a closed page", (wire, it) -> wire.leave()),
                way("a page that just goes", (wire, it) -> wire.close()),
                way("a TCP reset", (wire, it) -> wire.reset()),
                way("a sign-out", (wire, it) -> it.browser.delete("/api/session").is(204)),
                way("a sign-out everywhere", (wire, it) -> it.browser.copy().delete("/api/sessions").is(204)),
                way("an illegal frame", (wire, it) -> wire.send(Wire.TEXT, frame("FOO\n\n\0"))),
                way("an account switched off",
                        (wire, it) -> it.admin()
                            .browser()
                            .patch("/api/admin/accounts/" + it.username, Map.of("enabled", false))
                            .is(200)));
    }

    /** A transport that has gone away is noticed by the next beat, whoever sends it. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource
    void aTransportOfSockJsThatGoesAwayIsNoticed(String transport, String heartBeat) throws IOException {
        SockJsLine line = availableOver(transport, heartBeat);
        line.cut();
        assertGone();
    }

    static Stream<Arguments> aTransportOfSockJsThatGoesAwayIsNoticed() {
        return Stream.of(arguments("xhr_streaming", "10000,10000"), arguments("eventsource", "0,10000"),
                arguments("xhr", "0,0"));
    }

    @Test
    void whoKeepsTheLineButIsNoLongerHeardOfIsGone() throws IOException {
        try (Wire wire = Wire.open(this.browser)) {
            wire.send(Wire.TEXT, frame("CONNECT\naccept-version:1.2\nhost:x\nheart-beat:10000,0\nX-XSRF-TOKEN:"
                    + this.browser.csrfToken() + "\n\n\0"));
            wire.read();
            wire.send(Wire.TEXT, frame(AVAILABLE));
            hears(true);
            assertGone();
        }
    }

    private RawSocket available() {
        RawSocket socket = RawSocket.open(this.browser).connect(this.browser.csrfToken());
        assertThat(socket.frame()).startsWith("CONNECTED\n");
        socket.sendPart(AVAILABLE);
        hears(true);
        return socket;
    }

    private SockJsLine availableOver(String transport, String heartBeat) throws IOException {
        SockJsLine line = SockJsLine.connect(this.browser, transport, heartBeat).send(AVAILABLE);
        hears(true);
        return line;
    }

    private void hears(boolean connected) {
        this.colleague.hears("PRESENCE",
                (event) -> event.path("username").asString().equals(this.username)
                        && event.path("connected").asBoolean() == connected
                        && (!connected || event.path("state").asString().equals("AVAILABLE")));
    }

    private void assertGone() {
        this.colleague.line().patiently(() -> hears(false));
        this.kiosk.rings();
        assertThat(this.kiosk.currentCalls().get(0).path("onDuty").asInt()).isEqualTo(1);
    }

    private static byte[] frame(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static Arguments way(String how, Way way) {
        return arguments(how, way);
    }

    /** How a guide leaves. */
    interface Way {

        void leave(Wire wire, LeavingIT test) throws IOException;

    }

}

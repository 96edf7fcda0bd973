package io.deskbell.protocol;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import io.deskbell.testing.TcpWebSocket;
import io.deskbell.testing.WatchedGuide;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.test.context.TestPropertySource;

import static org.junit.jupiter.params.provider.Arguments.arguments;

/** However a guide leaves, the guide is no longer there, and the next ring knows it. */
@Order(2)
@TestPropertySource(properties = "spring.application.name=leaving")
class GuideLeavesIT extends ProtocolTest {

    private static final String NONE = "0,0";

    /** Those that each transport of SockJS asks for. */
    private static final Map<String, String> BEATS = Map.of("xhr_streaming", "10000,10000", "eventsource", "0,10000",
            "htmlfile?c=x", NONE, "xhr", NONE);

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void whateverEndsTheSocketEndsThePresence(String how, Way way) throws IOException {
        WatchedGuide guide = new WatchedGuide(this.deskbell);
        try (TcpWebSocket wire = guide.wire(NONE)) {
            way.leave(wire, guide, this);
            guide.assertGone();
        }
    }

    static Stream<Arguments> whateverEndsTheSocketEndsThePresence() {
        return Stream.of(way("a closed page", (wire, guide, it) -> wire.leave()),
                way("a page that just goes", (wire, guide, it) -> wire.close()),
                way("a TCP reset", (wire, guide, it) -> wire.reset()),
                way("a sign-out", (wire, guide, it) -> guide.browser().delete("/api/session").is(204)),
                way("a sign-out everywhere",
                        (wire, guide, it) -> guide.browser().copy().delete("/api/sessions").is(204)),
                way("an illegal frame", (wire, guide, it) -> wire.send(TcpWebSocket.TEXT, "FOO\n\n\0")),
                way("an account switched off",
                        (wire, guide, it) -> it.admin()
                            .browser()
                            .patch("/api/admin/accounts/" + guide.username(), Map.of("enabled", false))
                            .is(200)));
    }

    /**
     * A transport that has gone away is noticed by the next beat, whoever sends it, and a
     * client that is no longer heard of by the third that it owes. They wait together.
     */
    @Test
    void whoFallsSilentIsNoticed() throws IOException {
        Map<String, WatchedGuide> silent = new LinkedHashMap<>();
        for (Map.Entry<String, String> way : BEATS.entrySet()) {
            WatchedGuide guide = new WatchedGuide(this.deskbell);
            guide.over(way.getKey(), way.getValue()).cut();
            silent.put(way.getKey(), guide);
        }
        WatchedGuide mute = new WatchedGuide(this.deskbell);
        TcpWebSocket kept = mute.wire("10000,0");
        silent.put("a line that is kept", mute);
        silent.forEach((way, guide) -> {
            try {
                guide.assertGone();
            }
            catch (AssertionError ex) {
                throw new AssertionError(way, ex);
            }
        });
        kept.close();
    }

    private static Arguments way(String how, Way way) {
        return arguments(how, way);
    }

    /** How a guide leaves. */
    interface Way {

        void leave(TcpWebSocket wire, WatchedGuide guide, GuideLeavesIT test) throws IOException;

    }

}

package io.deskbell.protocol;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import io.deskbell.testing.Browser;
import io.deskbell.testing.Guide;
import io.deskbell.testing.Kiosk;
import io.deskbell.testing.Stomp;
import io.deskbell.testing.TcpWebSocket;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * What is no STOMP ends its own connection and no other, and says nothing of the insides.
 */
class IllegalFramesIT extends ProtocolTest {

    private static final String SEND = "SEND\ndestination:/app/presence\n";

    private static final int LIMIT = 64 * 1024;

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void anIllegalFrameEndsItsConnectionAlone(String what, int opcode, byte[] frame) throws IOException {
        String region = admin().region();
        Guide guide = this.deskbell.guide(region);
        Kiosk kiosk = this.deskbell.kiosk(region);
        String call = kiosk.talksWith(guide);
        Browser browser = guide.browser();
        try (Stomp line = Stomp.connect(browser).followed("/user/queue/errors")) {
            line.wire().send(opcode, frame);
            assertThat(readToTheEnd(line)).isNotInstanceOf(SocketTimeoutException.class);
        }
        kiosk.say(call, "c", "still there?");
        assertThat(guide.message().path("contents").asString()).isEqualTo("still there?");
    }

    static Stream<Arguments> anIllegalFrameEndsItsConnectionAlone() {
        return Stream.of(text("an unknown command", "FOO\n\n\0"), text("a command in small letters", "send\n\n\0"),
                text("a command of the server", "MESSAGE\n\n\0"),
                text("a second CONNECT", "CONNECT\naccept-version:1.2\nhost:x\n\n\0"),
                text("a header without a colon", SEND + "nocolon\n\n{}\0"),
                text("a header without a name", SEND + ":x\n\n{}\0"),
                text("an undefined escape", SEND + "a:b\\z\n\n{}\0"),
                text("a body beyond its content-length", SEND + "content-length:1\n\n{\"state\": \"AWAY\"}\0"),
                text("a frame without an end", SEND + "\n" + "x".repeat(LIMIT)),
                text("a frame of 64 KiB and more", SEND + "\n" + "x".repeat(LIMIT + 1) + "\0"),
                text("too long a header", SEND + "a:" + "x".repeat(LIMIT) + "\n\n{}\0"),
                arguments("bytes that are no UTF-8", TcpWebSocket.TEXT,
                        new byte[] { 'S', 'E', (byte) 0xc3, (byte) 0x28, 0 }),
                arguments("binary that is no STOMP", TcpWebSocket.BINARY, new byte[] { 1, 2, '\n', '\n', 0 }),
                arguments("a reserved opcode", 5, new byte[] { 1 }));
    }

    private static Arguments text(String what, String frame) {
        return arguments(what, TcpWebSocket.TEXT, frame.getBytes(StandardCharsets.UTF_8));
    }

    private static IOException readToTheEnd(Stomp line) {
        try {
            while (true) {
                Stomp.Frame frame = line.read();
                assertThat(frame.command()).isEqualTo("ERROR");
                assertThat(frame.toString()).doesNotContainPattern("(?i)exception|java|spring|deskbell");
            }
        }
        catch (IOException ex) {
            return ex;
        }
    }

}

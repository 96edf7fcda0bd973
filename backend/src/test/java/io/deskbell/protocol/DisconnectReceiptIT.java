package io.deskbell.protocol;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import io.deskbell.testing.RawSocket;
import io.deskbell.testing.SockJsStomp;
import io.deskbell.testing.TcpWebSocket;
import io.deskbell.testing.WatchedGuide;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * After a DISCONNECT who it was is out at once, has what was still to be told, and the
 * connection ends, whatever carries it.
 */
class DisconnectReceiptIT extends ProtocolTest {

    private static final String BYE = "DISCONNECT\nreceipt:bye\n\n\0";

    private static final String RECEIPT = "RECEIPT\nreceipt-id:bye\n\n\0";

    private static final String JUST_BYE = "DISCONNECT\n\n\0";

    private static final int SAID = 20;

    private WatchedGuide guide;

    @BeforeEach
    void begin() {
        this.guide = new WatchedGuide(this.deskbell);
    }

    @Test
    void itIsTheEndAlsoWhereTheClientKeepsTheSocket() {
        RawSocket socket = this.guide.socket().sendPart(BYE);
        assertThat(socket.answer()).isEqualTo(RECEIPT);
        this.guide.assertGone();
        assertThat(socket.awaitClosed()).isEqualTo(1000);
    }

    @Test
    void withoutAReceiptItClosesAllTheSame() {
        RawSocket socket = this.guide.socket().sendPart(JUST_BYE);
        assertThat(socket.awaitClosed()).isEqualTo(1000);
        assertThat(socket.rest()).allMatch((frame) -> frame.isBlank() || frame.startsWith("MESSAGE\n"));
        this.guide.assertGone();
    }

    @ParameterizedTest
    @ValueSource(strings = { "xhr_streaming", "eventsource", "htmlfile?c=x", "xhr" })
    void overSockJsItIsAnsweredAndTheEnd(String transport) throws IOException {
        SockJsStomp line = this.guide.over(transport, "0,0").send(BYE);
        line.read("receipt-id:bye");
        line.listenAgain();
        line.read("c[1000");
        this.guide.assertGone();
    }

    @ParameterizedTest
    @ValueSource(strings = { "xhr_streaming", "eventsource", "htmlfile?c=x", "xhr" })
    void overSockJsWithoutAReceiptToo(String transport) throws IOException {
        SockJsStomp line = this.guide.over(transport, "0,0").send(JUST_BYE);
        line.readOn("c[1000");
        this.guide.assertGone();
    }

    /** Between two requests of a slow client there may be more than a moment. */
    @ParameterizedTest
    @CsvSource({ "DISCONNECT,receipt:bye,receipt-id:bye,c[1000", "FOO,x:y,ERROR,c[1002" })
    void whoAsksLateHasTheLastWordToo(String command, String header, String lastWord, String close) throws IOException {
        SockJsStomp line = this.guide.over("xhr", "0,0");
        line.send("SUBSCRIBE\nid:1\nreceipt:last-answer\ndestination:/user/queue/errors\n\n\0").read("last-answer");
        line.send(command + "\n" + header + "\n\n\0");
        line.listenLate();
        line.read(lastWord);
        line.listenAgain();
        line.read(close);
    }

    /** All in one message of the socket: what was said is stored first. */
    @Test
    void whatWasSaidBeforeIsAcknowledgedBefore() {
        RawSocket socket = this.guide.socket();
        String call = this.guide.kiosk().rings();
        socket.send("SEND", "destination:/app/calls." + call + ".accept", "");
        this.guide.kiosk().call(call, "ACTIVE");
        StringBuilder frames = new StringBuilder();
        List<String> receipts = new ArrayList<>();
        IntStream.range(0, SAID).forEach((i) -> {
            frames.append(("SEND\ndestination:/app/calls.%s.messages\ncontent-type:application/json\nreceipt:r%d\n\n"
                    + "{\"clientId\": \"%s\", \"contents\": \"hello\"}\0")
                .formatted(call, i, UUID.randomUUID()));
            receipts.add("RECEIPT\nreceipt-id:r" + i + "\n\n\0");
        });
        receipts.add(RECEIPT);
        socket.sendPart(frames + BYE);
        for (String receipt : receipts) {
            assertThat(socket.answer()).isEqualTo(receipt);
        }
        assertThat(socket.awaitClosed()).isEqualTo(1000);
        assertThat(this.guide.kiosk().history(call)).hasSize(SAID);
    }

    /** Also where the client does not answer the close. */
    @Test
    void whoHasTheReceiptIsOut() throws IOException {
        try (TcpWebSocket wire = this.guide.wire("0,0")) {
            wire.send(TcpWebSocket.TEXT, BYE);
            assertThat(wire.read()).asString(StandardCharsets.UTF_8).isEqualTo(RECEIPT);
            this.guide.assertOnDuty(1);
        }
    }

    @Test
    void whoIsThereInAnotherTabStays() {
        RawSocket socket = this.guide.socket();
        RawSocket other = this.guide.connects();
        assertThat(socket.sendPart(BYE).answer()).isEqualTo(RECEIPT);
        this.guide.assertOnDuty(2);
        other.close();
    }

    /** The end of the old connection is not that of the new one. */
    @Test
    void whoComesBackAtOnceIsOnDuty() {
        RawSocket socket = this.guide.socket();
        for (int i = 0; i < SAID; i++) {
            RawSocket old = socket.sendPart(BYE);
            socket = this.guide.connects();
            assertThat(old.awaitClosed()).isEqualTo(1000);
        }
        this.guide.assertOnDuty(2);
        socket.close();
    }

}

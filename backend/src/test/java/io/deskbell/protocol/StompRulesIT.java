package io.deskbell.protocol;

import java.util.UUID;

import io.deskbell.testing.Guide;
import io.deskbell.testing.Kiosk;
import io.deskbell.testing.RawSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What STOMP 1.2 says of each frame, on the bare socket. */
class StompRulesIT extends ProtocolTest {

    private static final String JSON = "content-type:application/json\n";

    private static final String ERRORS = "destination:/user/queue/errors";

    private Kiosk kiosk;

    private Guide guide;

    @BeforeEach
    void begin() {
        String region = admin().region();
        this.guide = this.deskbell.guide(region);
        this.kiosk = this.deskbell.kiosk(region);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            value = { "CONNECT|accept-version:1.2|1.2", "STOMP|accept-version:1.0,1.1,1.2|1.2",
                    "CONNECT|accept-version:1.0,1.1|1.1", "CONNECT|accept-version:1.0|1.0", "CONNECT|x:y|1.0",
                    "CONNECT|accept-version:9.9,1.2|1.2", "CONNECT|accept-version:1.1\\naccept-version:1.2|1.1" })
    void theNewestVersionThatBothSpeakIsSpoken(String command, String headers, String version) {
        RawSocket socket = socket().send(command, headers.translateEscapes() + token(), "");
        assertThat(socket.frame()).startsWith("CONNECTED\n").contains("\nversion:" + version + "\n");
        socket.close();
    }

    @ParameterizedTest
    @ValueSource(strings = { "9.9", "2.0,0.9", "1.2.3" })
    void aVersionThatNobodySpeaksIsRefusedNamingThoseThatAre(String versions) {
        RawSocket socket = socket().send("CONNECT", "accept-version:" + versions + token(), "");
        assertThat(socket.frame()).startsWith("ERROR\n").contains("\nversion:1.0,1.1,1.2\n");
        assertThat(socket.awaitClosed()).isEqualTo(1002);
    }

    @ParameterizedTest
    @ValueSource(strings = { "SEND", "SUBSCRIBE", "UNSUBSCRIBE", "DISCONNECT", "ACK", "BEGIN" })
    void nothingComesBeforeConnect(String command) {
        assertRefused(socket(), command, "id:1\nreceipt:r\ntransaction:t\n" + ERRORS);
    }

    @Test
    void connectComesOnce() {
        RawSocket socket = connected();
        socket.send("CONNECT", "accept-version:1.2\nhost:x" + token(), "");
        assertThat(socket.answer()).startsWith("ERROR\n");
        assertThat(socket.awaitClosed()).isEqualTo(1002);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            value = { "SUBSCRIBE|" + ERRORS, "SUBSCRIBE|id:1", "SUBSCRIBE|id:1\\nack:client\\n" + ERRORS,
                    "SUBSCRIBE|id:1\\nack:client-individual\\n" + ERRORS, "SUBSCRIBE|id:1\\nack:x\\n" + ERRORS,
                    "UNSUBSCRIBE|" + ERRORS, "UNSUBSCRIBE|x:y", "BEGIN|transaction:t", "COMMIT|transaction:t",
                    "ABORT|transaction:t", "ACK|id:1", "NACK|id:1", "SEND|transaction:t\\ndestination:/app/presence",
                    "SEND|content-length:x\\ndestination:/app/presence",
                    "SEND|content-length:-1\\ndestination:/app/presence",
                    "SEND|content-length:99999999999\\ndestination:/app/presence", "CONNECTED|version:1.2",
                    "RECEIPT|receipt-id:1", "FOO|x:y" })
    void whatBreaksTheRulesIsAnErrorAndTheEnd(String command, String headers) {
        assertRefused(connected(), command, headers.translateEscapes());
    }

    @Test
    void anErrorNamesTheReceiptThatItIsInsteadOf() {
        RawSocket socket = connected().send("SUBSCRIBE", "receipt:r\n" + ERRORS, "");
        assertThat(socket.answer()).startsWith("ERROR\n").contains("\nreceipt-id:r\n");
    }

    /** All in one message of the socket. */
    @Test
    void nothingIsTakenAfterAnErrorOrAGoodbye() {
        for (String last : new String[] { "FOO\n\n\0", "ACK\nid:1\n\n\0", "DISCONNECT\n\n\0" }) {
            RawSocket socket = connected();
            socket.sendPart(last + "SEND\n" + JSON + "destination:/app/presence\n\n{\"state\": \"AWAY\"}\0");
            assertThat(socket.awaitClosed()).isPositive();
        }
        assertThat(this.guide.browser().get("/api/session").json().path("presence").asString()).isEqualTo("AVAILABLE");
    }

    @Test
    void eachFrameIsAcknowledgedThatAsksForIt() {
        RawSocket socket = connected();
        socket.send("SUBSCRIBE", "id:e\nreceipt:1\n" + ERRORS, "");
        assertReceipt(socket, "1");
        socket.send("SEND", JSON + "receipt:2\ndestination:/app/presence", "{\"state\": \"BUSY\"}");
        assertReceipt(socket, "2");
        assertThat(this.guide.browser().get("/api/session").json().path("presence").asString()).isEqualTo("BUSY");
        socket.send("UNSUBSCRIBE", "id:unknown\nreceipt:3", "");
        assertReceipt(socket, "3");
        socket.send("UNSUBSCRIBE", "id:e\nreceipt:a\\cb\\n\\\\c", "");
        assertReceipt(socket, "a\\cb\\n\\\\c");
        socket.send("SEND", JSON + "destination:/app/presence", "{\"state\": \"NONE\"}");
        socket.send("DISCONNECT", "receipt:5", "");
        assertReceipt(socket, "5");
    }

    @Test
    void whatIsRefusedIsToldSoAndHasNoReceipt() {
        RawSocket socket = connected().send("SUBSCRIBE", "id:e\nreceipt:1\n" + ERRORS, "");
        assertReceipt(socket, "1");
        for (String destination : new String[] { "/app/presence", "/app/calls.ring", "/app/nowhere" }) {
            socket.send("SEND", JSON + "receipt:no\ndestination:" + destination, "{\"state\": \"NONE\"}");
            assertThat(socket.frame()).startsWith("MESSAGE\n").contains("\"code\":");
        }
        socket.send("UNSUBSCRIBE", "id:e\nreceipt:2", "");
        assertReceipt(socket, "2");
    }

    /** The receipt of what was said comes once it is stored, after its copies. */
    @Test
    void aMessageIsAcknowledgedOnceItIsStored() {
        String call = this.kiosk.talksWith(this.guide);
        RawSocket socket = connected();
        for (int i = 0; i < 20; i++) {
            socket.send("SEND", JSON + "receipt:r" + i + "\ndestination:/app/calls." + call + ".messages",
                    "{\"clientId\": \"" + UUID.randomUUID() + "\", \"contents\": \"hello\"}");
            assertReceipt(socket, "r" + i);
            assertThat(this.guide.history(call)).hasSize(i + 1);
        }
        this.kiosk.act("end", call);
        this.guide.call(call, "ENDED");
        socket.send("SUBSCRIBE", "id:e\nreceipt:s\n" + ERRORS, "");
        assertReceipt(socket, "s");
        socket.send("SEND", JSON + "receipt:no\ndestination:/app/calls." + call + ".messages",
                "{\"clientId\": \"late\", \"contents\": \"late\"}");
        assertThat(socket.frame()).startsWith("MESSAGE\n").contains("CALL_OVER", "\"late\"");
        socket.send("UNSUBSCRIBE", "id:e\nreceipt:u", "");
        assertReceipt(socket, "u");
        socket.close();
    }

    @Test
    void ofAHeaderGivenTwiceTheFirstCounts() {
        RawSocket socket = connected().send("SUBSCRIBE",
                "id:first\nid:second\nreceipt:1\nreceipt:2\n" + ERRORS + "\ndestination:/topic/nowhere", "");
        assertReceipt(socket, "1");
        socket.send("SEND", JSON + "destination:/app/presence\ndestination:/app/nowhere", "{\"state\": \"NONE\"}");
        assertThat(socket.frame()).startsWith("MESSAGE\n").contains("\nsubscription:first\n", "INVALID_REQUEST");
        socket.close();
    }

    @Test
    void aBodyMayHoldNulWhereItsLengthIsGivenAndLinesMayEndAsOnWindows() {
        RawSocket socket = connected();
        socket.sendPart("\r\n\n\r\nSUBSCRIBE\r\nid:a\\cb\r\nreceipt:1\r\n" + ERRORS + "\r\n\r\n\0\n\n");
        assertReceipt(socket, "1");
        socket.sendPart("SEND\n" + JSON + "content-length:5\ndestination:/app/presence\n\n{\0\0\0}\0");
        assertThat(socket.frame()).contains("\nsubscription:a\\cb\n", "INVALID_REQUEST");
        socket.sendPart("SEND\n" + JSON + "destination:/app/presence\n\n{\"state\":").sendPart(" \"BUSY\"}\0");
        socket.send("UNSUBSCRIBE", "id:a\\cb\nreceipt:2", "");
        assertReceipt(socket, "2");
        assertThat(this.guide.browser().get("/api/session").json().path("presence").asString()).isEqualTo("BUSY");
        socket.close();
    }

    @Test
    void inTheOldestVersionASubscriptionGoesByItsDestination() {
        RawSocket socket = socket().send("CONNECT", "x:y" + token(), "");
        assertThat(socket.frame()).startsWith("CONNECTED\n");
        socket.send("SUBSCRIBE", "receipt:1\n" + ERRORS, "");
        assertReceipt(socket, "1");
        socket.send("SEND", JSON + "destination:/app/presence", "{\"state\": \"NONE\"}");
        assertThat(socket.frame()).startsWith("MESSAGE\n").contains("\n" + ERRORS + "\n");
        socket.send("UNSUBSCRIBE", "receipt:2\n" + ERRORS, "");
        assertReceipt(socket, "2");
        socket.send("SEND", JSON + "destination:/app/presence", "{\"state\": \"NONE\"}");
        socket.send("DISCONNECT", "receipt:3", "");
        assertReceipt(socket, "3");
    }

    private RawSocket socket() {
        return RawSocket.open(this.guide.browser());
    }

    private String token() {
        return "\nX-XSRF-TOKEN:" + this.guide.browser().csrfToken();
    }

    private RawSocket connected() {
        RawSocket socket = socket().connect(this.guide.browser().csrfToken());
        assertThat(socket.frame()).startsWith("CONNECTED\n");
        return socket;
    }

    private static void assertRefused(RawSocket socket, String command, String headers) {
        socket.send(command, headers, "");
        assertThat(socket.frame()).startsWith("ERROR\n");
        assertThat(socket.awaitClosed()).isEqualTo(1002);
        assertThat(socket.rest()).isEmpty();
    }

    private static void assertReceipt(RawSocket socket, String id) {
        assertThat(socket.frame()).isEqualTo("RECEIPT\nreceipt-id:" + id + "\n\n\0");
    }

}

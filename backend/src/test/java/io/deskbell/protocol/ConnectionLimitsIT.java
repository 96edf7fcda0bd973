package io.deskbell.protocol;

import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

import io.deskbell.testing.Browser;
import io.deskbell.testing.Guide;
import io.deskbell.testing.Kiosk;
import io.deskbell.testing.RawSocket;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** One client's flood is refused, and stops nobody else. */
@Order(2)
@TestPropertySource(properties = { "deskbell.limits.frames-per-second=1", "deskbell.limits.frames-burst=20",
        "deskbell.limits.subscriptions-per-connection=10", "deskbell.limits.connections-per-account=3" })
class ConnectionLimitsIT extends ProtocolTest {

    private String region;

    private Browser browser;

    @BeforeEach
    void signIn() {
        this.region = admin().region();
        this.browser = this.deskbell.browserOf(admin().guide(this.region));
    }

    @Test
    void tooManyFramesAreRefusedUntilThereWasAPause() {
        RawSocket flood = connected();
        flood.send("SUBSCRIBE", "id:e\nreceipt:r\ndestination:/user/queue/errors", "");
        assertThat(flood.frame()).startsWith("RECEIPT\n");
        for (int i = 0; i < 40; i++) {
            flood.send("SEND", "destination:/app/nowhere", "");
        }
        assertThat(Stream.generate(flood::frame).limit(40)).filteredOn((frame) -> frame.contains("\"RATE_LIMITED\""))
            .hasSizeGreaterThanOrEqualTo(15);
        Kiosk kiosk = this.deskbell.kiosk(this.region);
        Guide guide = this.deskbell.guide(this.region);
        kiosk.talksWith(guide);
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> {
            flood.send("SEND", "destination:/app/nowhere", "");
            return flood.frame().contains("\"NOT_FOUND\"");
        });
        flood.close();
    }

    @Test
    void tooManySubscriptionsEndTheConnection() {
        RawSocket greedy = connected();
        for (int i = 0; i < 10; i++) {
            greedy.send("SUBSCRIBE", "id:%d\nreceipt:r\ndestination:/user/queue/errors".formatted(i), "");
            assertThat(greedy.frame()).startsWith("RECEIPT\n");
        }
        greedy.send("SUBSCRIBE", "id:one-more\nreceipt:r\ndestination:/user/queue/errors", "");
        assertThat(greedy.frame()).startsWith("ERROR\n").contains("code:RATE_LIMITED\n");
        assertThat(greedy.awaitClosed()).isPositive();
    }

    @Test
    void tooManyConnectionsOfOneAccountAreRefusedUntilOneIsClosed() {
        List<RawSocket> three = Stream.generate(this::connected).limit(3).toList();
        RawSocket refused = RawSocket.open(this.browser).connect(this.browser.csrfToken());
        assertThat(refused.frame()).startsWith("ERROR\n").contains("code:RATE_LIMITED\n");
        assertThat(refused.awaitClosed()).isPositive();
        Browser other = this.deskbell.browserOf(admin().guide(this.region));
        assertThat(RawSocket.open(other).connect(other.csrfToken()).frame()).startsWith("CONNECTED\n");
        three.getFirst().close();
        Awaitility.await()
            .atMost(Duration.ofSeconds(10))
            .until(() -> RawSocket.open(this.browser)
                .connect(this.browser.csrfToken())
                .frame()
                .startsWith("CONNECTED"));
    }

    @Test
    void aLongIdOfASubscriptionIsNotKept() {
        RawSocket greedy = connected();
        greedy.send("SUBSCRIBE", "id:" + "x".repeat(129) + "\ndestination:/user/queue/errors", "");
        assertThat(greedy.frame()).startsWith("ERROR\n").contains("code:RATE_LIMITED\n");
        assertThat(greedy.awaitClosed()).isPositive();
    }

    @Test
    void connectionsCountBeforeTheyHaveConnected() {
        for (int i = 0; i < 4; i++) {
            RawSocket.open(this.browser);
        }
        // A socket counts from the moment its server side stands, just after the
        // client's.
        Awaitility.await()
            .atMost(Duration.ofSeconds(10))
            .untilAsserted(() -> assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() -> RawSocket.open(this.browser))
                .havingCause()
                .isInstanceOfSatisfying(WebSocketHandshakeException.class,
                        (ex) -> assertThat(ex.getResponse().statusCode()).isEqualTo(429)));
    }

    @Test
    void whoNeverConnectsIsClosedHoweverMuchItSends() {
        RawSocket mute = RawSocket.open(this.browser).sendPart("SEND\nfoo:" + "x".repeat(1000));
        RawSocket other = connected();
        assertThat(mute.awaitClosed(Duration.ofSeconds(25))).isEqualTo(1008);
        other.send("SUBSCRIBE", "id:e\nreceipt:r\ndestination:/user/queue/errors", "");
        assertThat(other.frame()).startsWith("RECEIPT\n");
    }

    private RawSocket connected() {
        RawSocket socket = RawSocket.open(this.browser).connect(this.browser.csrfToken());
        assertThat(socket.frame()).startsWith("CONNECTED\n");
        return socket;
    }

}

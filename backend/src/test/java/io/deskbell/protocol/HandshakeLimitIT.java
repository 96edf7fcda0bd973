package io.deskbell.protocol;

import java.net.http.HttpHeaders;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.CompletionException;

import io.deskbell.testing.Admin;
import io.deskbell.testing.Browser;
import io.deskbell.testing.RawSocket;
import org.junit.jupiter.api.Test;

import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Who opens one connection after the other must wait, and nobody else. */
@TestPropertySource(properties = { "deskbell.limits.handshakes-burst=5", "deskbell.limits.handshakes-per-minute=1" })
class HandshakeLimitIT extends ProtocolTest {

    @Test
    void tooManyNewConnectionsAreRefusedWhateverCarriesThem() {
        Browser flood = this.deskbell.browserOf(admin().guide(admin().region()));
        for (int i = 0; i < 4; i++) {
            RawSocket.open(flood).close();
        }
        assertThat(flood.post("/ws/000/" + Admin.unique("flood-") + "/xhr", "").is(200).body()).isEqualTo("o\n");
        WebSocketHandshakeException refused = (WebSocketHandshakeException) catchThrowableOfType(
                CompletionException.class, () -> RawSocket.open(flood))
            .getCause();
        assertThat(refused.getResponse().statusCode()).isEqualTo(429);
        HttpHeaders headers = refused.getResponse().headers();
        assertThat(headers.firstValueAsLong("retry-after").orElse(0)).isBetween(1L, 60L);
        for (String transport : new String[] { "xhr", "xhr_streaming" }) {
            flood.post("/ws/000/" + Admin.unique("flood-") + "/" + transport, "").is(429);
        }
        flood.get("/ws/000/" + Admin.unique("flood-") + "/eventsource").is(429);
        flood.get("/api/session").is(200);
        Browser other = this.deskbell.browserOf(admin().guide(admin().region()));
        assertThat(RawSocket.open(other).connect(other.csrfToken()).frame()).startsWith("CONNECTED\n");
    }

}

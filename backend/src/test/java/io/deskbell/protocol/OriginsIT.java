package io.deskbell.protocol;

import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.CompletionException;

import io.deskbell.testing.Admin;
import io.deskbell.testing.Browser;
import io.deskbell.testing.RawSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Pages of origins that the operator names may ask, besides Deskbell's own. */
@TestPropertySource(properties = "deskbell.allowed-origins=https://kiosk.example.org")
class OriginsIT extends ProtocolTest {

    @Test
    void aNamedOriginMayAskByEveryWay() {
        Browser browser = from("https://kiosk.example.org");
        assertThat(browser.get("/api/session").is(200).header("access-control-allow-origin"))
            .isEqualTo("https://kiosk.example.org");
        browser.get("/ws/info").is(200);
        assertThat(browser.post("/ws/000/" + Admin.unique("named-") + "/xhr", "").is(200).body()).isEqualTo("o\n");
        RawSocket.open(browser).close();
    }

    @ParameterizedTest
    @ValueSource(strings = { "https://elsewhere.example", "http://kiosk.example.org", "null" })
    void anyOtherMayNot(String origin) {
        Browser browser = from(origin);
        assertThat(browser.get("/api/session").is(403).header("access-control-allow-origin")).isEmpty();
        assertThat(browser.get("/ws/info").status()).isEqualTo(403);
        assertThat(browser.post("/ws/000/" + Admin.unique("other-") + "/xhr", "").status()).isEqualTo(403);
        assertThatExceptionOfType(CompletionException.class).isThrownBy(() -> RawSocket.open(browser))
            .havingCause()
            .isInstanceOfSatisfying(WebSocketHandshakeException.class,
                    (ex) -> assertThat(ex.getResponse().statusCode()).isEqualTo(403));
    }

    @Test
    void deskbellsOwnPagesAlwaysMay() {
        Browser browser = from("http://localhost:" + this.deskbell.port());
        browser.get("/api/session").is(200);
        browser.post("/api/notes/read", "").is(204);
        RawSocket.open(browser).close();
    }

    private Browser from(String origin) {
        return this.deskbell.browserOf(admin().guide(admin().region())).with("Origin", origin);
    }

}

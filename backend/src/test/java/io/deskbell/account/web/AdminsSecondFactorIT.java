package io.deskbell.account.web;

import java.net.http.WebSocketHandshakeException;
import java.util.Map;
import java.util.concurrent.CompletionException;

import io.deskbell.testing.Admin;
import io.deskbell.testing.Authenticator;
import io.deskbell.testing.Browser;
import io.deskbell.testing.Deskbell;
import io.deskbell.testing.DeskbellServer;
import io.deskbell.testing.RawSocket;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** An operator may want every admin to have a second factor. */
@DeskbellServer
@TestPropertySource(properties = "deskbell.account.second-factor-for-admins=true")
class AdminsSecondFactorIT {

    @Autowired
    private Deskbell deskbell;

    @Test
    void comesBeforeAnythingElse() {
        Browser admin = this.deskbell.browserOf("admin");
        assertThat(owed(admin)).isEqualTo("SECOND_FACTOR");
        admin.get("/api/admin/regions").isProblem(403, "FORBIDDEN");
        admin.get("/%61pi/admin/regions").isProblem(403, "FORBIDDEN");
        admin.get("/api/sessions").isProblem(403, "FORBIDDEN");
        admin.get("/actuator/prometheus").isProblem(403, "FORBIDDEN");
        assertThatExceptionOfType(CompletionException.class).isThrownBy(() -> RawSocket.open(admin))
            .havingCause()
            .isInstanceOfSatisfying(WebSocketHandshakeException.class,
                    (ex) -> assertThat(ex.getResponse().statusCode()).isEqualTo(403));
        Map<String, String> current = Map.of("current", Admin.PASSWORD);
        String secret = admin.post("/api/session/second-factor", current).is(201).json().path("secret").asString();
        String code = new Authenticator(secret, this.deskbell.clock()).code();
        JsonNode codes = admin.put("/api/session/second-factor", Map.of("code", code))
            .is(200)
            .json()
            .path("backupCodes");
        assertThat(owed(admin)).isNull();
        admin.get("/api/admin/regions").is(200);
        RawSocket.open(admin).close();
        admin
            .post("/api/session/second-factor/removal",
                    Map.of("current", Admin.PASSWORD, "code", codes.get(0).asString()))
            .is(204);
        admin.get("/api/admin/regions").isProblem(403, "FORBIDDEN");
    }

    private static String owed(Browser browser) {
        return browser.get("/api/session").is(200).json().path("owes").asString(null);
    }

}

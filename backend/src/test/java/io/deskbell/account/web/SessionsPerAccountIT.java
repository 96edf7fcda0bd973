package io.deskbell.account.web;

import java.time.Duration;
import java.time.Instant;

import io.deskbell.testing.Browser;
import io.deskbell.testing.Deskbell;
import io.deskbell.testing.DeskbellServer;
import io.deskbell.testing.StompConnection;
import io.deskbell.testing.Transport;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** Nobody is signed in at more places than the operator lets. */
@DeskbellServer
@TestPropertySource(properties = "deskbell.account.sessions-per-account=2")
class SessionsPerAccountIT {

    @Autowired
    private Deskbell deskbell;

    @Autowired
    private JdbcOperations jdbc;

    @Test
    void oneMoreEndsTheOneUsedLeastLately() {
        String guide = this.deskbell.admin().guide();
        Browser first = this.deskbell.browserOf(guide);
        StompConnection connection = StompConnection.open(first, Transport.WEBSOCKET);
        this.jdbc.update("update spring_session set last_access_time = ? where principal_name = ?",
                Instant.now().minusSeconds(60).toEpochMilli(), guide);
        Browser second = this.deskbell.browserOf(guide);
        Browser third = this.deskbell.browserOf(guide);
        connection.awaitClosed(Duration.ofSeconds(1));
        first.get("/api/session").isProblem(401, "BAD_CREDENTIALS");
        second.get("/api/session").is(200);
        third.get("/api/session").is(200);
        this.deskbell.admin().browser().get("/api/session").is(200);
    }

    @Test
    void aDeskThatForgetsItsSessionsIsNoFlood() {
        Browser kiosk = this.deskbell.browserOfDesk(this.deskbell.admin().desk(this.deskbell.admin().region()));
        String desk = kiosk.get("/api/session").json().path("username").asString();
        for (int i = 0; i < 5; i++) {
            kiosk.restart().get("/api/session").is(200);
        }
        assertThat(this.jdbc.queryForObject("select count(*) from spring_session where principal_name = ?",
                Integer.class, desk))
            .isEqualTo(2);
    }

}

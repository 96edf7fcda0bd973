package io.deskbell.account.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import io.deskbell.realtime.OpenConnections;
import io.deskbell.testing.Deskbell;
import io.deskbell.testing.DeskbellServer;
import io.deskbell.testing.Guide;
import io.deskbell.testing.Kiosk;
import io.deskbell.testing.Party;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcOperations;

import static org.assertj.core.api.Assertions.assertThat;

/** What the sweep does with sessions and connections that nobody told it of. */
@DeskbellServer
public class SessionConnectionMonitorIT {

    private static final Duration SOON = Duration.ofSeconds(2);

    @Autowired
    private Deskbell deskbell;

    @Autowired
    private SessionConnectionMonitor keeper;

    @Autowired
    private OpenConnections connections;

    @Autowired
    private JdbcOperations jdbc;

    private Guide guide;

    private Kiosk kiosk;

    @BeforeEach
    void connect() {
        String region = this.deskbell.admin().region();
        this.guide = this.deskbell.guide(region);
        this.kiosk = this.deskbell.kiosk(region);
    }

    @Test
    void aSessionLastsAsLongAsItsConnection() {
        String session = sessionOf(this.guide);
        Instant before = Instant.now();
        expireAt(session, before.plusSeconds(30));
        this.keeper.sweep();
        assertThat(expiryOf(session)).isAfter(before.plus(lifetimeOf(session)).minusSeconds(1));
        staysOpen(this.guide);
        staysOpen(this.kiosk);
    }

    @Test
    void anExpiredSessionIsOver() {
        expireAt(sessionOf(this.guide), Instant.now().minusSeconds(1));
        sweepCloses(this.guide);
        staysOpen(this.kiosk);
    }

    @Test
    void aSessionThatIsTooOldIsOverHoweverBusy() {
        this.jdbc.update("update spring_session set creation_time = ? where session_id = ?",
                Instant.now().minus(Duration.ofDays(8)).toEpochMilli(), sessionOf(this.guide));
        sweepCloses(this.guide);
        this.guide.browser().get("/api/session").isProblem(401, "BAD_CREDENTIALS");
        staysOpen(this.kiosk);
    }

    @Test
    void aConnectionWithoutItsSessionIsClosed() {
        this.jdbc.update("delete from spring_session where session_id = ?", sessionOf(this.guide));
        sweepCloses(this.guide);
        staysOpen(this.kiosk);
    }

    @Test
    void whoIsSwitchedOffBehindItsBackIsClosed() {
        this.jdbc.update("update accounts set enabled = false where username = ?", this.guide.username());
        sweepCloses(this.guide);
        staysOpen(this.kiosk);
    }

    @Test
    void aGuideWhoIsNoLongerOneIsClosed() {
        this.jdbc.update("update accounts set role = 'ADMIN' where username = ?", this.guide.username());
        sweepCloses(this.guide);
        staysOpen(this.kiosk);
    }

    @Test
    void aDeskUnpairedBehindItsBackIsClosed() {
        this.jdbc.update("delete from desk_devices where desk = ?", this.kiosk.desk());
        sweepCloses(this.kiosk);
        staysOpen(this.guide);
    }

    @Test
    void aDeskSwitchedOffBehindItsBackIsClosed() {
        this.jdbc.update("update desks set enabled = false where code = ?", this.kiosk.desk());
        sweepCloses(this.kiosk);
        staysOpen(this.guide);
    }

    private void sweepCloses(Party party) {
        this.keeper.sweep();
        party.line().awaitClosed(SOON);
    }

    /** A subscription is still answered. */
    private static void staysOpen(Party party) {
        party.line().follow("/user/queue/calls");
    }

    private String sessionOf(Guide guide) {
        return this.connections.httpSessions()
            .entrySet()
            .stream()
            .filter((entry) -> entry.getValue().username().equals(guide.username()))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow();
    }

    private void expireAt(String session, Instant time) {
        this.jdbc.update("update spring_session set expiry_time = ? where session_id = ?", time.toEpochMilli(),
                session);
    }

    private Duration lifetimeOf(String session) {
        return Duration.ofSeconds(number("max_inactive_interval", session));
    }

    private Instant expiryOf(String session) {
        return Instant.ofEpochMilli(number("expiry_time", session));
    }

    private long number(String column, String session) {
        return this.jdbc.queryForObject("select " + column + " from spring_session where session_id = ?", Long.class,
                session);
    }

}

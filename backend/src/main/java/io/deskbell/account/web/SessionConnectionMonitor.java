package io.deskbell.account.web;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import io.deskbell.account.AccountSettings;
import io.deskbell.account.session.SessionValidity;
import io.deskbell.realtime.OpenConnections;
import io.deskbell.shared.Caller;
import io.deskbell.shared.time.ClockJumpDetector;
import lombok.RequiredArgsConstructor;

import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps connections and HTTP sessions consistent: a session with an open connection does
 * not expire, and a connection whose session or permission is gone is closed. Expired
 * sessions are removed. It takes a few statements, independent of the number of
 * connections.
 */
@Component
@RequiredArgsConstructor
class SessionConnectionMonitor {

    private static final String FIND = """
            select session_id from spring_session
            where session_id = any (?) and expiry_time > ? and creation_time > ?""";

    /** What Spring Session does for a single session. */
    private static final String TOUCH = """
            update spring_session
            set last_access_time = ?, expiry_time = ? + 1000 * cast(max_inactive_interval as bigint)
            where session_id = any (?) and expiry_time > ? and creation_time > ?""";

    private final OpenConnections connections;

    private final SessionValidity validity;

    private final JdbcOperations jdbc;

    private final AccountSettings settings;

    private final ClockJumpDetector watch;

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void sweep() {
        this.watch.catchUp();
        this.jdbc.update("delete from spring_session where expiry_time < ?", System.currentTimeMillis());
        Map<String, Caller> open = this.connections.httpSessions();
        if (open.isEmpty()) {
            return;
        }
        Predicate<Caller> mayStay = this.validity.now();
        Set<String> kept = touched(
                open.keySet().stream().filter((id) -> mayStay.test(open.get(id))).toArray(String[]::new));
        open.keySet().stream().filter((id) -> !kept.contains(id)).forEach(this.connections::closeSession);
    }

    /**
     * Touches these sessions and returns those that are still valid. Spring Session uses
     * the system clock.
     */
    private Set<String> touched(String[] sessions) {
        long now = System.currentTimeMillis();
        long oldest = now - this.settings.sessionLifetime().toMillis();
        this.jdbc.update(TOUCH, now, now, sessions, now, oldest);
        return Set.copyOf(this.jdbc.queryForList(FIND, String.class, sessions, now, oldest));
    }

}

package io.deskbell.account.web;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import io.deskbell.account.AccountSettings;
import io.deskbell.account.StillIn;
import io.deskbell.realtime.Sockets;
import io.deskbell.shared.Caller;
import lombok.RequiredArgsConstructor;

import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps open connections and HTTP sessions together: a session with an open connection
 * does not expire, and a connection whose session or right is gone is closed, whatever
 * ended it. It costs a few statements, however many connections there are.
 */
@Component
@RequiredArgsConstructor
class SessionKeeper {

    private static final String FIND = """
            select session_id from spring_session
            where session_id = any (?) and expiry_time > ? and creation_time > ?""";

    /** As Spring Session does for one session that was used. */
    private static final String TOUCH = """
            update spring_session
            set last_access_time = ?, expiry_time = ? + 1000 * cast(max_inactive_interval as bigint)
            where session_id = any (?) and expiry_time > ? and creation_time > ?""";

    private final Sockets sockets;

    private final StillIn stillIn;

    private final JdbcOperations jdbc;

    private final AccountSettings settings;

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void sweep() {
        Map<String, Caller> open = this.sockets.httpSessions();
        if (open.isEmpty()) {
            return;
        }
        Predicate<Caller> mayStay = this.stillIn.now();
        Set<String> kept = touched(
                open.keySet().stream().filter((id) -> mayStay.test(open.get(id))).toArray(String[]::new));
        open.keySet().stream().filter((id) -> !kept.contains(id)).forEach(this.sockets::closeSession);
    }

    /**
     * Those of these that have neither expired nor grown too old; they have just been
     * used. Spring Session goes by the system's clock.
     */
    private Set<String> touched(String[] sessions) {
        long now = System.currentTimeMillis();
        long oldest = now - this.settings.sessionLifetime().toMillis();
        this.jdbc.update(TOUCH, now, now, sessions, now, oldest);
        return Set.copyOf(this.jdbc.queryForList(FIND, String.class, sessions, now, oldest));
    }

}

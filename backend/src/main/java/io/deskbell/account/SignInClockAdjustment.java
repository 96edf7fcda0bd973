package io.deskbell.account;

import java.time.Instant;
import java.util.Optional;

import io.deskbell.shared.time.ClockJumped;
import io.deskbell.shared.time.RecordedTimes;
import lombok.RequiredArgsConstructor;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Pairing codes, passwords for one sign-in, sessions and what is known of browsers and
 * devices last as long as they were made for, though the machine's clock was put forward
 * or back. Codes of a second factor go by the clock on the wall (RFC 6238).
 */
@Component
@RequiredArgsConstructor
class SignInClockAdjustment implements RecordedTimes {

    private final JdbcClient jdbc;

    @EventListener
    void on(ClockJumped moved) {
        move("pairing_codes", "expires_at", moved);
        move("accounts", "one_time_until", moved);
        move("desk_devices", "copy_noticed_at", moved);
        move("device_tokens", "issued_at", moved);
        move("known_browsers", "seen_at", moved);
        // Spring Session goes by the machine's clock, in milliseconds.
        this.jdbc.sql("""
                update spring_session set creation_time = creation_time + :millis,
                last_access_time = last_access_time + :millis, expiry_time = expiry_time + :millis""")
            .param("millis", moved.by().toMillis())
            .update();
    }

    private void move(String table, String column, ClockJumped moved) {
        this.jdbc
            .sql("update " + table + " set " + column + " = " + column + ClockJumped.LATER + " where " + column
                    + " is not null")
            .param("seconds", moved.seconds())
            .update();
    }

    /** No session was used later than now. */
    @Override
    public Optional<Instant> latest() {
        return this.jdbc.sql("select last_access_time from spring_session order by last_access_time desc limit 1")
            .query(Long.class)
            .optional()
            .map(Instant::ofEpochMilli);
    }

}

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
 * Shifts the expiry of pairing codes, one-time passwords, sessions, known browsers and
 * devices when the machine's clock is set. Codes of a second factor depend on wall-clock
 * time (RFC 6238) and are not shifted.
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
        // Spring Session uses the system clock, in milliseconds.
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

    /** The latest use of any session, which cannot be in the future. */
    @Override
    public Optional<Instant> latest() {
        return this.jdbc.sql("select last_access_time from spring_session order by last_access_time desc limit 1")
            .query(Long.class)
            .optional()
            .map(Instant::ofEpochMilli);
    }

}

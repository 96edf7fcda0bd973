package io.deskbell.account;

import io.deskbell.shared.ClockMoved;
import lombok.RequiredArgsConstructor;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Pairing codes, passwords for one sign-in and sessions last as long as they were made
 * for, though the machine's clock was put forward or back.
 */
@Component
@RequiredArgsConstructor
class SignInsAndClock {

    private final JdbcClient jdbc;

    @EventListener
    void on(ClockMoved moved) {
        move("pairing_codes", "expires_at", moved);
        move("accounts", "one_time_until", moved);
        // Spring Session goes by the machine's clock, in milliseconds.
        this.jdbc.sql("""
                update spring_session set creation_time = creation_time + :millis,
                last_access_time = last_access_time + :millis, expiry_time = expiry_time + :millis""")
            .param("millis", moved.by().toMillis())
            .update();
    }

    private void move(String table, String column, ClockMoved moved) {
        this.jdbc
            .sql("update " + table + " set " + column + " = " + column + ClockMoved.LATER + " where " + column
                    + " is not null")
            .param("seconds", moved.seconds())
            .update();
    }

}

package io.deskbell.region;

import java.time.Clock;
import java.time.ZoneOffset;

import io.deskbell.shared.ClockMoved;
import lombok.RequiredArgsConstructor;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A desk that is gone for half a minute is gone for half a minute, though the machine's
 * clock was put forward or back. When it is to be told of is found out anew.
 */
@Component
@RequiredArgsConstructor
class DesksAndClock {

    private final JdbcClient jdbc;

    private final Clock clock;

    @EventListener
    void on(ClockMoved moved) {
        this.jdbc
            .sql("update desks set offline_since = offline_since" + ClockMoved.LATER
                    + ", offline_due_at = case when offline_due_at is null then null else :now end"
                    + " where offline_since is not null")
            .param("seconds", moved.seconds())
            .param("now", this.clock.instant().plus(moved.by()).atOffset(ZoneOffset.UTC))
            .update();
    }

}

package io.deskbell.region.monitor;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import io.deskbell.shared.time.ClockJumped;
import io.deskbell.shared.time.RecordedTimes;
import lombok.RequiredArgsConstructor;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Shifts since when desks are offline if the machine's clock is set, so that durations
 * stay right, and has them checked again.
 */
@Component
@RequiredArgsConstructor
class DeskClockAdjustment implements RecordedTimes {

    private final JdbcClient jdbc;

    private final Clock clock;

    @EventListener
    void on(ClockJumped moved) {
        this.jdbc
            .sql("update desks set last_seen = last_seen" + ClockJumped.LATER + ", offline_since = offline_since"
                    + ClockJumped.LATER + ", offline_due_at = case when offline_due_at is null then null else :now end"
                    + " where last_seen is not null or offline_since is not null")
            .param("seconds", moved.seconds())
            .param("now", this.clock.instant().plus(moved.by()).atOffset(ZoneOffset.UTC))
            .update();
    }

    /** The latest recorded time, which cannot be in the future. */
    @Override
    public Optional<Instant> latest() {
        return this.jdbc.sql("select last_seen from desks where last_seen is not null order by last_seen desc limit 1")
            .query(OffsetDateTime.class)
            .optional()
            .map(OffsetDateTime::toInstant);
    }

}

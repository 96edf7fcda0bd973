package io.deskbell.call;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import io.deskbell.shared.ClockMoved;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves what happens with calls by as much as the machine's clock was put forward or
 * back: a call that has rung for half a minute has rung for half a minute.
 */
@Slf4j
@Component
@RequiredArgsConstructor
@Transactional
class CallsAndClock {

    private static final Duration LITTLE = Duration.ofSeconds(1);

    /** Further in the future lies only what goes by the clock on the wall. */
    private static final Duration GRACE = Duration.ofHours(1);

    private final Calls calls;

    private final Announcer announcer;

    private final JdbcClient jdbc;

    private final Clock clock;

    @EventListener
    public void on(ClockMoved clock) {
        move(clock);
        this.jdbc.sql("update coverage set due_at = due_at" + ClockMoved.LATER + " where due_at < :soon")
            .param("seconds", clock.seconds())
            .param("soon", this.clock.instant().plus(GRACE).atOffset(ZoneOffset.UTC))
            .update();
    }

    /**
     * Nobody could notice while the server was stopped, but nothing has rung later than
     * now.
     */
    @EventListener(ApplicationReadyEvent.class)
    public void look() {
        Instant now = this.clock.instant();
        this.calls.findOpen()
            .stream()
            .flatMap((call) -> Stream.of(call.getAcceptedAt(), call.asksSince()))
            .filter(Objects::nonNull)
            .max(Instant::compareTo)
            .filter((last) -> last.isAfter(now.plus(LITTLE)))
            .ifPresent((last) -> {
                log.warn("The clock of this machine was put back by {} at least while the server was stopped",
                        Duration.between(now, last));
                move(new ClockMoved(Duration.between(last, now)));
            });
    }

    private void move(ClockMoved clock) {
        this.calls.findSides()
            .stream()
            .flatMap((open) -> this.calls.findAndLockById(open.getId()).stream())
            .forEach((call) -> move(call, clock));
        this.calls.findByEndedAtAfter(this.clock.instant().minus(Call.RATING_TIME))
            .forEach((call) -> call.move(clock.by()));
    }

    private void move(Call call, ClockMoved clock) {
        moveProof("alert_waves", "sent_at", call.getId(), clock);
        moveProof("call_alerts", "sent_at", call.getId(), clock);
        moveProof("call_events", "at", call.getId(), clock);
        call.move(clock.by());
        this.announcer.changed(call);
    }

    private void moveProof(String table, String column, UUID call, ClockMoved clock) {
        this.jdbc
            .sql("update " + table + " set " + column + " = " + column + ClockMoved.LATER + " where call_id = :call")
            .param("seconds", clock.seconds())
            .param("call", call)
            .update();
    }

}

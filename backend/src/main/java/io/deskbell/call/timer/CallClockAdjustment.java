package io.deskbell.call.timer;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import io.deskbell.call.Call;
import io.deskbell.call.CallBroadcaster;
import io.deskbell.call.CallTimesShifted;
import io.deskbell.call.Calls;
import io.deskbell.call.Feedback;
import io.deskbell.note.NoteSender;
import io.deskbell.region.RegionDirectory;
import io.deskbell.shared.time.ClockJumped;
import io.deskbell.shared.time.RecordedTimes;
import lombok.RequiredArgsConstructor;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves the times of calls by as much as the system clock was set: a call that has rung
 * for half a minute still has.
 */
@Component
@RequiredArgsConstructor
@Transactional
class CallClockAdjustment implements RecordedTimes {

    private final Calls calls;

    private final CallBroadcaster broadcaster;

    private final NoteSender noteSender;

    private final RegionDirectory directory;

    private final ApplicationEventPublisher events;

    private final JdbcClient jdbc;

    private final Clock clock;

    /** Ended calls too, as long as they may be rated. */
    @EventListener
    public void on(ClockJumped clock) {
        move(this.calls.findAndLockOpen(), clock);
        move(this.calls.findAndLockByTimesEndedAtAfter(this.clock.instant().minus(Feedback.RATING_TIME)), clock);
        coverage(clock);
    }

    private void move(List<Call> locked, ClockJumped clock) {
        if (locked.isEmpty()) {
            return;
        }
        List<UUID> ids = locked.stream().map(Call::getId).toList();
        moveProof("alert_waves", "sent_at", ids, clock);
        List.of("sent_at", "seen_at", "declined_at").forEach((column) -> moveProof("call_alerts", column, ids, clock));
        moveProof("call_events", "at", ids, clock);
        this.noteSender.move(ids, clock);
        for (Call call : locked) {
            this.events.publishEvent(new CallTimesShifted(call.getNumber(), clock));
            call.move(clock.by());
            if (!call.isOver()) {
                this.broadcaster.changed(call);
            }
        }
    }

    private void moveProof(String table, String column, List<UUID> calls, ClockJumped clock) {
        this.jdbc
            .sql("update " + table + " set " + column + " = " + column + ClockJumped.LATER
                    + " where call_id in (:calls)")
            .param("seconds", clock.seconds())
            .param("calls", calls)
            .update();
    }

    /**
     * While a region is closed, its due time is its opening, which goes by wall-clock
     * time.
     */
    private void coverage(ClockJumped clock) {
        Instant before = this.clock.instant();
        this.jdbc.sql("select region from coverage where due_at > :before")
            .param("before", before.atOffset(ZoneOffset.UTC))
            .query(String.class)
            .list()
            .stream()
            .filter((region) -> this.directory.isOpen(region, before))
            .forEach((region) -> this.jdbc
                .sql("update coverage set due_at = due_at" + ClockJumped.LATER + " where region = :region")
                .param("seconds", clock.seconds())
                .param("region", region)
                .update());
    }

    /** Nothing has rung, or was answered, later than now. */
    @Override
    public Optional<Instant> latest() {
        return this.calls.findOpen()
            .stream()
            .flatMap(
                    (call) -> Stream.of(call.getTimes().ringAt(), call.getTimes().acceptedAt(), call.getRingingSince()))
            .filter(Objects::nonNull)
            .max(Instant::compareTo);
    }

}

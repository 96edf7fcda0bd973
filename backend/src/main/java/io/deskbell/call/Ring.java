package io.deskbell.call;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * One ringing of a call, at the press or again after its guide was lost.
 *
 * @param since when it began
 * @param remindedAt when its region was reminded; null before
 * @param widenedAt when it first looked for one region more; null before
 * @param adminsToldAt when admins got a note; null before
 */
@Embeddable
public record Ring(@Column(name = "ringing_since") Instant since, @Nullable Instant remindedAt,
        @Nullable Instant widenedAt, @Nullable Instant adminsToldAt) {

    static Ring from(Instant now) {
        return new Ring(now, null, null, null);
    }

    Ring reminded(Instant now) {
        return new Ring(this.since, now, this.widenedAt, this.adminsToldAt);
    }

    Ring widened(Instant now) {
        return new Ring(this.since, this.remindedAt, (this.widenedAt != null) ? this.widenedAt : now,
                this.adminsToldAt);
    }

    Ring adminsTold(Instant now) {
        return new Ring(this.since, this.remindedAt, this.widenedAt, now);
    }

    /** The system clock was set. */
    Ring moved(Duration by) {
        return new Ring(this.since.plus(by), CallTimes.moved(this.remindedAt, by), CallTimes.moved(this.widenedAt, by),
                CallTimes.moved(this.adminsToldAt, by));
    }

    /** The timers that are still running. */
    Stream<CallTimer> timers(RoutingSettings times) {
        return Stream
            .of(CallTimer.unless(this.remindedAt, TimerKind.REMINDER, this.since.plus(times.reminderAfter())),
                    CallTimer.unless(this.widenedAt, TimerKind.FALLBACK, this.since.plus(times.fallbackAfter())),
                    CallTimer.unless(this.adminsToldAt, TimerKind.ADMINS, this.since.plus(times.adminsAfter())),
                    Stream.of(new CallTimer(TimerKind.MISSED, this.since.plus(times.missedAfter()))))
            .flatMap((timers) -> timers);
    }

}

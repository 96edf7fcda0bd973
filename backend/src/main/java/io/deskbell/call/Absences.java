package io.deskbell.call;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * Until when a side of a call that has gone may come back.
 *
 * @param guideGoneAt null while the guide is there
 * @param deskGoneAt null while the desk is there
 */
@Embeddable
record Absences(@Nullable Instant guideGoneAt, @Nullable Instant deskGoneAt) {

    static final Absences NONE = new Absences(null, null);

    Absences withGuide(@Nullable Instant until) {
        return new Absences(until, this.deskGoneAt);
    }

    Absences withDesk(@Nullable Instant until) {
        return new Absences(this.guideGoneAt, until);
    }

    /** The clock was put forward or back. */
    Absences moved(Duration by) {
        return new Absences(Call.moved(this.guideGoneAt, by), Call.moved(this.deskGoneAt, by));
    }

    /** What comes if they do not. */
    Stream<CallTimer> timers() {
        return Stream.concat(CallTimer.of(TimerKind.GUIDE_GONE, this.guideGoneAt),
                CallTimer.of(TimerKind.DESK_GONE, this.deskGoneAt));
    }

}

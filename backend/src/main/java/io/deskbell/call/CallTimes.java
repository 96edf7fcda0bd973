package io.deskbell.call;

import java.time.Duration;
import java.time.Instant;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * When a call was pressed, first accepted, and over.
 *
 * @param acceptedAt null before
 * @param endedAt null before
 */
@Embeddable
public record CallTimes(Instant ringAt, @Nullable Instant acceptedAt, @Nullable Instant endedAt) {

    CallTimes accepted(Instant now) {
        return new CallTimes(this.ringAt, (this.acceptedAt != null) ? this.acceptedAt : noEarlierThanStart(now),
                this.endedAt);
    }

    CallTimes ended(Instant now) {
        return new CallTimes(this.ringAt, this.acceptedAt, noEarlierThanStart(now));
    }

    /** The system clock was set. */
    CallTimes moved(Duration by) {
        return new CallTimes(this.ringAt.plus(by), moved(this.acceptedAt, by), moved(this.endedAt, by));
    }

    static @Nullable Instant moved(@Nullable Instant at, Duration by) {
        return (at != null) ? at.plus(by) : null;
    }

    /** A clock that is put back a little must not make a duration negative. */
    private Instant noEarlierThanStart(Instant now) {
        Instant start = (this.acceptedAt != null) ? this.acceptedAt : this.ringAt;
        return now.isBefore(start) ? start : now;
    }

}

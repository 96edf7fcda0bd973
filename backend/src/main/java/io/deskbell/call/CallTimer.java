package io.deskbell.call;

import java.time.Instant;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** When something comes over a call, if nothing else does before. */
record CallTimer(TimerKind what, Instant at) {

    /** The timer, or none where it is done already. */
    static Stream<CallTimer> unless(@Nullable Instant done, TimerKind what, Instant at) {
        return (done != null) ? Stream.empty() : Stream.of(new CallTimer(what, at));
    }

    /** The timer, or none where no time is set. */
    static Stream<CallTimer> of(TimerKind what, @Nullable Instant at) {
        return (at != null) ? Stream.of(new CallTimer(what, at)) : Stream.empty();
    }

}

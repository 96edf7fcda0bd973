package io.deskbell.call;

import java.time.Instant;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** When something comes over a call, if nothing else does before. */
record Timer(Due what, Instant at) {

    /** The timer, or none where it is done already. */
    static Stream<Timer> unless(@Nullable Instant done, Due what, Instant at) {
        return (done != null) ? Stream.empty() : Stream.of(new Timer(what, at));
    }

    /** The timer, or none where no time is set. */
    static Stream<Timer> of(Due what, @Nullable Instant at) {
        return (at != null) ? Stream.of(new Timer(what, at)) : Stream.empty();
    }

}

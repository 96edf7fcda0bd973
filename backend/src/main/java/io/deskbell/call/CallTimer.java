package io.deskbell.call;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** When something happens to a call by itself, unless something else does before. */
public record CallTimer(TimerKind what, Instant at) {

    /** All timers of a call, the earliest first. */
    public static List<CallTimer> of(Call call, RoutingSettings times) {
        Ring ring = call.getRinging().getRing();
        Stream<CallTimer> ringing = (ring != null) ? ring.timers(times) : Stream.empty();
        // While it rings again, its desk may still be lost.
        Stream<CallTimer> conversation = (call.getGuide() == null || call.isOver()) ? Stream.empty() : Stream
            .of(at(TimerKind.RETURNED, (call.getPendingTransfer() != null) ? call.getPendingTransfer().dueAt() : null),
                    at(TimerKind.GUIDE_GONE, call.getParties().getGuideGoneAt()),
                    at(TimerKind.DESK_GONE, call.getParties().getDeskGoneAt()))
            .flatMap((timers) -> timers);
        return Stream.concat(ringing, conversation).sorted(Comparator.comparing(CallTimer::at)).toList();
    }

    /** The first of what is due for a call by now. */
    public static Optional<TimerKind> due(Call call, Instant now, RoutingSettings times) {
        return of(call, times).stream().findFirst().filter((timer) -> !timer.at().isAfter(now)).map(CallTimer::what);
    }

    /** The timer, or none where it is done already. */
    static Stream<CallTimer> unless(@Nullable Instant done, TimerKind what, Instant at) {
        return (done != null) ? Stream.empty() : Stream.of(new CallTimer(what, at));
    }

    /** The timer, or none where no time is set. */
    private static Stream<CallTimer> at(TimerKind what, @Nullable Instant at) {
        return (at != null) ? Stream.of(new CallTimer(what, at)) : Stream.empty();
    }

}

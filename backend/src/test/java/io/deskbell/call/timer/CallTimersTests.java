package io.deskbell.call.timer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.deskbell.call.Call;
import io.deskbell.call.CallTimer;
import io.deskbell.call.Press;
import io.deskbell.call.RoutingSettings;
import io.deskbell.call.TimerKind;
import io.deskbell.call.transfer.TransferTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Each timer of a call is due at its time, not a millisecond before. */
class CallTimersTests {

    private static final Instant RANG = Instant.parse("2026-11-22T10:48:00.123Z");

    private static final Instant LATER = RANG.plusSeconds(10);

    private static final Duration GUIDE_GONE_AFTER = Duration.ofSeconds(30);

    private static final RoutingSettings TIMES = new RoutingSettings(Duration.ofSeconds(20), Duration.ofSeconds(45),
            Duration.ofSeconds(75), Duration.ofSeconds(120), Duration.ofSeconds(60), 6, Duration.ofSeconds(60),
            Duration.ofHours(1));

    @ParameterizedTest(name = "{0} after {1}")
    @MethodSource
    void comesAtItsTime(TimerKind due, Duration after, Consumer<Call> before) {
        Call call = new Call(UUID.randomUUID(), "seoul-1", "seoul", new Press("request", "ko", 0, null), RANG);
        before.accept(call);
        call.rearm(TIMES);
        Instant at = RANG.plus(after);
        assertThat(call.getDueAt()).isEqualTo(at);
        assertThat(CallTimer.due(call, at.minusMillis(1), TIMES)).isEmpty();
        assertThat(CallTimer.due(call, at, TIMES)).contains(due);
    }

    static Stream<Arguments> comesAtItsTime() {
        return Stream.of(row(TimerKind.REMINDER, 20, (call) -> {
        }), row(TimerKind.FALLBACK, 45, (call) -> call.stillRinging().reminded(LATER)),
                row(TimerKind.ADMINS, 75, (call) -> {
                    call.stillRinging().reminded(LATER);
                    call.stillRinging().widened("busan", LATER);
                }), row(TimerKind.MISSED, 120, (call) -> {
                    call.stillRinging().reminded(LATER);
                    call.stillRinging().widened(null, LATER);
                    call.stillRinging().adminsTold(LATER);
                }), row(TimerKind.REMINDER, 20, (call) -> {
                    call.stillRinging().widened("busan", LATER);
                    call.stillRinging().adminsTold(LATER);
                }), row(TimerKind.RETURNED, 130, (call) -> {
                    call.accept("haneul", "Haneul", LATER);
                    call.transfer(new TransferTarget("garam", null, null), LATER, LATER.plus(TIMES.missedAfter()));
                }), row(TimerKind.GUIDE_GONE, 40, (call) -> {
                    call.accept("haneul", "Haneul", LATER);
                    call.updateGuidePresence(false, LATER.plus(GUIDE_GONE_AFTER));
                    call.updateDeskPresence(false, LATER.plus(TIMES.deskGoneAfter()));
                }), row(TimerKind.DESK_GONE, 70, (call) -> {
                    call.accept("haneul", "Haneul", LATER);
                    call.updateDeskPresence(false, LATER.plus(TIMES.deskGoneAfter()));
                }), row(TimerKind.REMINDER, 60, (call) -> {
                    call.accept("haneul", "Haneul", LATER);
                    call.ringAgain(RANG.plusSeconds(40));
                }));
    }

    @Test
    void isNoneForACallThatIsOverOrGoesWell() {
        Call call = new Call(UUID.randomUUID(), "seoul-1", "seoul", new Press("request", "ko", 0, null), RANG);
        call.accept("haneul", "Haneul", LATER);
        call.rearm(TIMES);
        assertThat(call.getDueAt()).isNull();
        call.updateGuidePresence(false, LATER);
        call.deskGone(LATER);
        call.rearm(TIMES);
        assertThat(call.getDueAt()).isNull();
        assertThat(CallTimer.of(call, TIMES)).isEqualTo(List.of());
    }

    private static Arguments row(TimerKind due, int seconds, Consumer<Call> before) {
        return Arguments.of(due, Duration.ofSeconds(seconds), before);
    }

}

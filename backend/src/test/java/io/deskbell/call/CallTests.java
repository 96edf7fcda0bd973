package io.deskbell.call;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.deskbell.call.transfer.TransferTarget;
import io.deskbell.shared.Caller;
import io.deskbell.shared.ProblemCode;
import io.deskbell.shared.Refusal;
import io.deskbell.shared.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.deskbell.shared.ProblemCode.CALL_OVER;
import static io.deskbell.shared.ProblemCode.CALL_TAKEN;
import static io.deskbell.shared.ProblemCode.WRONG_STATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/** A call changes its state only as docs/protocol.md says. */
class CallTests {

    private static final Instant RANG = Instant.parse("2026-11-22T10:48:00.123Z");

    private static final Instant LATER = RANG.plusSeconds(30);

    private static final Caller DESK = Caller.desk("seoul-1", "East lobby", "device");

    private static final Caller GUIDE = Caller.person("haneul", "Haneul", Role.GUIDE);

    private static final Map<String, Consumer<Call>> ACTS = Map.ofEntries(
            Map.entry("accept", (call) -> call.accept("garam", "Garam", LATER)),
            Map.entry("cancel", (call) -> call.cancel(LATER)), Map.entry("miss", (call) -> call.miss(LATER)),
            Map.entry("end", (call) -> call.end(GUIDE, LATER)),
            Map.entry("rate", (call) -> call.rate(new Rating(5, "kind"), LATER)),
            Map.entry("remind", (call) -> call.stillRinging().reminded(LATER)),
            Map.entry("widen", (call) -> call.stillRinging().widened("busan", LATER)),
            Map.entry("tell admins", (call) -> call.stillRinging().adminsTold(LATER)),
            Map.entry("transfer", (call) -> call.transfer(new TransferTarget("garam", null, null), LATER, LATER)),
            Map.entry("ring again", (call) -> call.ringAgain(LATER)),
            Map.entry("lose the desk", (call) -> call.deskGone(LATER)));

    @ParameterizedTest(name = "{1} of a call that is {0}: {2}")
    @MethodSource
    void everyActInEveryState(CallState state, String act, @Nullable ProblemCode refused, CallState after) {
        Call call = callIn(state);
        if (refused == null) {
            assertThatNoException().isThrownBy(() -> ACTS.get(act).accept(call));
        }
        else {
            assertThatExceptionOfType(Refusal.class).isThrownBy(() -> ACTS.get(act).accept(call))
                .extracting(Refusal::getCode)
                .isEqualTo(refused);
        }
        assertThat(call.getState()).isEqualTo(after);
    }

    static Stream<Arguments> everyActInEveryState() {
        Stream<Arguments> ringing = Stream.of(row(CallState.RINGING, "accept", null, CallState.ACTIVE),
                row(CallState.RINGING, "cancel", null, CallState.CANCELLED),
                row(CallState.RINGING, "miss", null, CallState.MISSED), row(CallState.RINGING, "end", WRONG_STATE),
                row(CallState.RINGING, "rate", WRONG_STATE), row(CallState.RINGING, "remind", null, CallState.RINGING),
                row(CallState.RINGING, "widen", null, CallState.RINGING),
                row(CallState.RINGING, "tell admins", null, CallState.RINGING),
                row(CallState.RINGING, "transfer", WRONG_STATE), row(CallState.RINGING, "ring again", WRONG_STATE),
                row(CallState.RINGING, "lose the desk", WRONG_STATE));
        Stream<Arguments> active = Stream.of(row(CallState.ACTIVE, "accept", CALL_TAKEN),
                row(CallState.ACTIVE, "cancel", WRONG_STATE), row(CallState.ACTIVE, "miss", WRONG_STATE),
                row(CallState.ACTIVE, "end", null, CallState.ENDED), row(CallState.ACTIVE, "rate", WRONG_STATE),
                row(CallState.ACTIVE, "remind", WRONG_STATE), row(CallState.ACTIVE, "widen", WRONG_STATE),
                row(CallState.ACTIVE, "tell admins", WRONG_STATE),
                row(CallState.ACTIVE, "transfer", null, CallState.ACTIVE),
                row(CallState.ACTIVE, "ring again", null, CallState.RINGING),
                row(CallState.ACTIVE, "lose the desk", null, CallState.ENDED));
        Stream<Arguments> over = Stream.of(CallState.ENDED, CallState.CANCELLED, CallState.MISSED)
            .flatMap((state) -> ACTS.keySet()
                .stream()
                .filter((act) -> !act.equals("rate"))
                .map((act) -> row(state, act, CALL_OVER)));
        Stream<Arguments> rated = Stream.of(row(CallState.ENDED, "rate", null, CallState.ENDED),
                row(CallState.CANCELLED, "rate", WRONG_STATE), row(CallState.MISSED, "rate", WRONG_STATE));
        return Stream.of(ringing, active, over, rated).flatMap((rows) -> rows);
    }

    @Test
    void thatRingsIsItsDesksOpenCall() {
        Call call = callIn(CallState.RINGING);
        assertThat(call.getOpenDesk()).isEqualTo("seoul-1");
        assertThat(call.isOver()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = { "ENDED", "CANCELLED", "MISSED" })
    void thatIsOverFreesItsDeskAndSaysWhenAndWhy(CallState state) {
        Call call = callIn(state);
        assertThat(call.isOver()).isTrue();
        assertThat(call.getOpenDesk()).isNull();
        assertThat(call.getTimes().endedAt()).isEqualTo(LATER);
        assertThat(call.getEndReason()).isNotNull();
    }

    @Test
    void remembersWhichSideEndedIt() {
        Call byDesk = callIn(CallState.ACTIVE);
        byDesk.end(DESK, LATER);
        assertThat(byDesk.getEndReason()).isEqualTo(EndReason.DESK_ENDED);
        Call byGuide = callIn(CallState.ACTIVE);
        byGuide.end(GUIDE, LATER);
        assertThat(byGuide.getEndReason()).isEqualTo(EndReason.GUIDE_ENDED);
    }

    @Test
    void isRatedOnceWithinTenMinutes() {
        Call call = callIn(CallState.ENDED);
        call.rate(new Rating(4, "kind"), LATER.plus(Feedback.RATING_TIME));
        assertThat(call.getFeedback().getRating()).isEqualTo(new Rating(4, "kind"));
        call.rate(new Rating(4, "kind"), LATER.plus(Feedback.RATING_TIME).plusSeconds(1));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> call.rate(new Rating(1, null), LATER))
            .extracting(Refusal::getCode)
            .isEqualTo(CALL_OVER);
        assertThat(call.getFeedback().getRating()).isEqualTo(new Rating(4, "kind"));
    }

    @Test
    void isNotRatedLaterThanTenMinutes() {
        Call call = callIn(CallState.ENDED);
        Instant tooLate = LATER.plus(Feedback.RATING_TIME).plusMillis(1);
        assertThat(Feedback.RATING_TIME).isEqualTo(Duration.ofMinutes(10));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> call.rate(new Rating(5, null), tooLate))
            .extracting(Refusal::getCode)
            .isEqualTo(CALL_OVER);
    }

    @Test
    void thatIsTakenSaysByWhom() {
        Refusal refusal = CallAccess.refusalToAccept(callIn(CallState.ACTIVE));
        assertThat(refusal.getCode()).isEqualTo(CALL_TAKEN);
        assertThat(refusal.getDetail()).contains("Haneul");
    }

    @ParameterizedTest
    @EnumSource(names = { "ENDED", "CANCELLED", "MISSED" })
    void thatIsOverCannotBeHad(CallState state) {
        assertThat(CallAccess.refusalToAccept(callIn(state)).getCode()).isEqualTo(CALL_OVER);
    }

    @Test
    void hasItsDeskAndItsGuideAsPartiesAlone() {
        Call call = callIn(CallState.ACTIVE);
        assertThat(call.getParties().include(DESK)).isTrue();
        assertThat(call.getParties().include(GUIDE)).isTrue();
        assertThat(call.getParties().include(Caller.desk("seoul-2", "West lobby", "device"))).isFalse();
        assertThat(call.getParties().include(Caller.person("garam", "Garam", Role.GUIDE))).isFalse();
    }

    /** Usernames of people have no colon, but a rule should not hang on that alone. */
    @ParameterizedTest
    @ValueSource(strings = { "GUIDE", "ADMIN" })
    void hasNoPersonNamedLikeItsDeskAsParty(Role role) {
        assertThat(callIn(CallState.ACTIVE).getParties().include(Caller.person("desk:seoul-1", "Imposter", role)))
            .isFalse();
    }

    private static Arguments row(CallState state, String act, ProblemCode refused) {
        return row(state, act, refused, state);
    }

    private static Arguments row(CallState state, String act, @Nullable ProblemCode refused, CallState after) {
        return Arguments.of(state, act, refused, after);
    }

    private static Call callIn(CallState state) {
        Call call = new Call(UUID.randomUUID(), "seoul-1", "seoul", new Press("request", "ko", 0, null), RANG);
        if (state == CallState.CANCELLED) {
            call.cancel(LATER);
        }
        if (state == CallState.MISSED) {
            call.miss(LATER);
        }
        if (state == CallState.ACTIVE || state == CallState.ENDED) {
            call.accept("haneul", "Haneul", RANG);
        }
        if (state == CallState.ENDED) {
            call.end(GUIDE, LATER);
        }
        return call;
    }

}

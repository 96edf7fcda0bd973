package io.deskbell.call;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.deskbell.call.timer.CallTimers;
import io.deskbell.call.transfer.TransferTarget;
import io.deskbell.shared.Caller;
import io.deskbell.shared.Refusal;
import io.deskbell.shared.Role;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A call is walked at random, by guides, visitors and time: 400 walks of 50 steps. It
 * never gets where it should not be, and never stays where nobody would find it.
 */
class CallWalkTests {

    private static final Duration GUIDE_GONE_AFTER = Duration.ofSeconds(30);

    private static final RoutingSettings TIMES = new RoutingSettings(Duration.ofSeconds(20), Duration.ofSeconds(45),
            Duration.ofSeconds(75), Duration.ofSeconds(120), Duration.ofSeconds(60), 6, Duration.ofSeconds(60),
            Duration.ofHours(1));

    private static final List<String> GUIDES = List.of("haneul", "garam", "bada");

    private static final Caller DESK = Caller.desk("seoul-1", "East lobby", "device");

    private static final Set<String> REGIONS = Set.of("seoul", "busan");

    @Property(tries = 400, shrinking = ShrinkingMode.BOUNDED)
    void keepsItsInvariants(@ForAll("walks") List<Step> walk) {
        Walker walker = new Walker();
        for (Step step : walk) {
            walker.take(step);
            walker.verify();
        }
        walker.everybodyLeaves();
        walker.verify();
        assertThat(walker.call.isOver()).as("a call that everybody has left").isTrue();
    }

    @Provide
    Arbitrary<List<Step>> walks() {
        Arbitrary<Move> moves = Arbitraries.frequency(Tuple.of(4, Move.WAIT), Tuple.of(4, Move.ACCEPT),
                Tuple.of(3, Move.TRANSFER), Tuple.of(2, Move.GUIDE_LEAVES), Tuple.of(2, Move.GUIDE_COMES),
                Tuple.of(1, Move.DESK_LEAVES), Tuple.of(3, Move.DESK_COMES), Tuple.of(1, Move.TRANSFER_RETURNS),
                Tuple.of(1, Move.WIDEN), Tuple.of(1, Move.CANCEL), Tuple.of(1, Move.END));
        return Combinators.combine(moves, Arbitraries.integers().between(0, 2), Arbitraries.integers().between(0, 50))
            .as(Step::new)
            .list()
            .ofSize(50);
    }

    enum Move {

        WAIT, ACCEPT, TRANSFER, TRANSFER_RETURNS, GUIDE_LEAVES, GUIDE_COMES, DESK_LEAVES, DESK_COMES, WIDEN, CANCEL, END

    }

    record Step(Move move, int guide, int seconds) {
    }

    /**
     * Does to a call what the services do, one after the other, as the row's lock has it.
     */
    private static final class Walker {

        private Instant now = Instant.parse("2026-11-22T10:48:00Z");

        private final Call call = new Call(UUID.randomUUID(), "seoul-1", "seoul", new Press("request", "ko", 0, null),
                this.now);

        private Optional<CallState> over = Optional.empty();

        void take(Step step) {
            try {
                act(step);
            }
            catch (Refusal refused) {
                assertThat(refused.getDetail()).isNotBlank();
            }
            timePasses(Duration.ofSeconds(step.seconds()));
        }

        private void act(Step step) {
            String guide = GUIDES.get(step.guide());
            switch (step.move()) {
                case WAIT -> timePasses(Duration.ofSeconds(step.seconds()));
                case ACCEPT -> {
                    access(guide).requireMayAccept(this.call);
                    this.call.accept(guide, guide, this.now);
                }
                case TRANSFER -> this.call.transfer(
                        (step.seconds() % 2 == 0) ? new TransferTarget(guide, null, null)
                                : new TransferTarget(null, "busan", null),
                        this.now, this.now.plus(TIMES.missedAfter()));
                case TRANSFER_RETURNS -> this.call.endTransfer();
                case GUIDE_LEAVES -> this.call.updateGuidePresence(false, this.now.plus(GUIDE_GONE_AFTER));
                case GUIDE_COMES -> this.call.updateGuidePresence(true, this.now);
                case DESK_LEAVES -> this.call.updateDeskPresence(false, this.now.plus(TIMES.deskGoneAfter()));
                case DESK_COMES -> this.call.updateDeskPresence(true, this.now);
                case WIDEN -> this.call.stillRinging().widened("busan", this.now);
                case CANCEL -> this.call.cancel(this.now);
                case END -> this.call.end(DESK, this.now);
            }
        }

        /**
         * In small steps, with all that is due in each, as {@link CallTimers} does it.
         */
        private void timePasses(Duration time) {
            Instant until = this.now.plus(time);
            this.call.rearm(TIMES);
            while (this.call.getDueAt() != null && !this.call.getDueAt().isAfter(until)) {
                this.now = (this.call.getDueAt().isAfter(this.now)) ? this.call.getDueAt() : this.now;
                TimerKind due = CallTimer.due(this.call, this.now, TIMES).orElseThrow();
                switch (due) {
                    case REMINDER -> this.call.stillRinging().reminded(this.now);
                    case FALLBACK -> this.call.stillRinging().widened(null, this.now);
                    case ADMINS -> this.call.stillRinging().adminsTold(this.now);
                    case MISSED -> this.call.miss(this.now);
                    case RETURNED -> this.call.endTransfer();
                    case GUIDE_GONE -> this.call.ringAgain(this.now);
                    case DESK_GONE -> this.call.deskGone(this.now);
                }
                this.call.rearm(TIMES);
            }
            this.now = until;
        }

        void everybodyLeaves() {
            this.call.updateGuidePresence(false, this.now.plus(GUIDE_GONE_AFTER));
            this.call.updateDeskPresence(false, this.now.plus(TIMES.deskGoneAfter()));
            timePasses(Duration.ofMinutes(10));
        }

        void verify() {
            CallState state = this.call.getState();
            this.over.ifPresent((end) -> assertThat(state).as("what is over stays over").isEqualTo(end));
            this.over = this.call.isOver() ? Optional.of(state) : Optional.empty();
            assertThat(this.call.getOpenDesk() == null).isEqualTo(this.call.isOver());
            assertThat(this.call.getTimes().endedAt() != null).isEqualTo(this.call.isOver());
            assertThat(this.call.getEndReason() != null).isEqualTo(this.call.isOver());
            assertThat(this.call.getRinging().getRing() != null).isEqualTo(state == CallState.RINGING);
            switch (state) {
                case RINGING -> assertThat(dues()).as("it rings no longer than it may").contains(TimerKind.MISSED);
                case ACTIVE -> {
                    assertThat(this.call.getGuide()).isNotNull();
                    assertThat(this.call.getTimes().acceptedAt()).isNotNull();
                    assertThat(this.call.getTransfer() != null).isEqualTo(dues().contains(TimerKind.RETURNED));
                    assertThat(this.call.getParties().getFormerGuides()).doesNotContainNull();
                }
                default -> {
                    assertThat(dues()).isEmpty();
                    assertThat(this.call.getTransfer()).isNull();
                    assertThat(access("haneul").mayAccept(this.call)).isFalse();
                }
            }
            assertThat(CallTimer.due(this.call, this.now, TIMES)).as("nothing due is left lying").isEmpty();
        }

        private static CallAccess access(String guide) {
            return new CallAccess(Caller.person(guide, guide, Role.GUIDE), REGIONS);
        }

        private List<TimerKind> dues() {
            return CallTimer.of(this.call, TIMES).stream().map(CallTimer::what).toList();
        }

    }

}

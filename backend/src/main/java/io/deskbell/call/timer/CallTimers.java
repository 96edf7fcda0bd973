package io.deskbell.call.timer;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;

import io.deskbell.call.Call;
import io.deskbell.call.CallBroadcaster;
import io.deskbell.call.CallTimer;
import io.deskbell.call.Calls;
import io.deskbell.call.Escalation;
import io.deskbell.call.RoutingSettings;
import io.deskbell.call.TimerKind;
import io.deskbell.call.transfer.TransferService;
import io.deskbell.shared.database.TransactionPerItem;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Runs the timers of calls. They are stored in the calls' rows, so they survive a
 * restart; a row is worked on by the one server that could lock it, and what was done is
 * no longer due, so each timer runs once.
 */
@Slf4j
@Component
@RequiredArgsConstructor
public class CallTimers {

    private static final int MOST_FAILURES = 3;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

    /** How often in a row a timer of a call has failed. */
    private final Map<UUID, Integer> failures = new ConcurrentHashMap<>();

    private final Calls calls;

    private final Escalation escalation;

    private final TransferService transfers;

    private final LostParticipants lostParticipants;

    private final ParticipantMonitor participantMonitor;

    private final CallBroadcaster broadcaster;

    private final RoutingSettings settings;

    private final Clock clock;

    private final TransactionOperations transactions;

    private final TransactionPerItem perCall;

    /** The settings may have changed since the server stopped. */
    @EventListener(ApplicationReadyEvent.class)
    void rearm() {
        this.calls.findSides()
            .forEach((call) -> this.perCall.run("Failed to rearm the timers of call {}", call.getId(),
                    () -> this.calls.findFreeAndLockById(call.getId()).ifPresent((open) -> open.rearm(this.settings))));
    }

    @Scheduled(fixedDelay = 500, timeUnit = TimeUnit.MILLISECONDS)
    void sweep() {
        this.calls.findDue(this.clock.instant()).forEach((id) -> {
            boolean more = true;
            while (more) {
                more = step(id);
            }
        });
    }

    /**
     * Runs the first due timer of a call, in a transaction of its own. One that fails is
     * retried a few times and then skipped, so that it holds up neither later timers nor
     * other calls.
     * @return whether something was done
     */
    private boolean step(UUID id) {
        try {
            boolean done = inCall(id, (call) -> {
                Optional<TimerKind> due = due(call);
                due.ifPresentOrElse((it) -> act(call, it), () -> call.rearm(this.settings));
                return due.isPresent();
            });
            this.failures.remove(id);
            return done;
        }
        catch (RuntimeException ex) {
            int failed = this.failures.merge(id, 1, Integer::sum);
            log.error("Failed to run a timer of call {}", id, ex);
            return failed >= MOST_FAILURES && skip(id);
        }
    }

    private boolean skip(UUID id) {
        this.failures.remove(id);
        AtomicReference<TimerKind> passed = new AtomicReference<>();
        try {
            boolean done = inCall(id, (call) -> {
                Optional<TimerKind> due = due(call);
                due.ifPresent((it) -> it.skip(call, this.clock.instant()));
                due.ifPresent(passed::set);
                this.broadcaster.changed(call);
                return due.isPresent();
            });
            log.error("Skipped {} of call {}", passed.get(), id);
            return done;
        }
        catch (RuntimeException ex) {
            log.error("Failed to skip a timer of call {}; trying again later", id, ex);
            postpone(id);
            return false;
        }
    }

    private void postpone(UUID id) {
        this.perCall.run("Failed to postpone the timers of call {}", id,
                () -> this.calls.postpone(id, this.clock.instant().plus(RETRY_AFTER)));
    }

    private boolean inCall(UUID id, Predicate<Call> act) {
        return Boolean.TRUE.equals(
                this.transactions.execute((transaction) -> this.calls.findFreeAndLockById(id).filter(act).isPresent()));
    }

    private Optional<TimerKind> due(Call call) {
        return CallTimer.due(call, this.clock.instant(), this.settings);
    }

    private void act(Call call, TimerKind due) {
        switch (due) {
            case REMINDER -> this.escalation.remind(call);
            case FALLBACK -> this.escalation.fallBack(call);
            case ADMINS -> this.escalation.tellAdmins(call);
            case MISSED -> this.escalation.miss(call);
            case RETURNED -> this.transfers.returnToGuide(call);
            case GUIDE_GONE -> unlessBack(call, this.lostParticipants::ringAgain);
            case DESK_GONE -> unlessBack(call, this.lostParticipants::deskGone);
        }
    }

    /** One who has just reconnected may not have been announced yet. */
    private void unlessBack(Call call, Consumer<Call> act) {
        if (!this.participantMonitor.look(call)) {
            act.accept(call);
        }
    }

}

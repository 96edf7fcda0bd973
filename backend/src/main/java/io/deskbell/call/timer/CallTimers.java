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
import io.deskbell.call.TransferService;
import io.deskbell.shared.database.TransactionPerItem;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Does what is due. What and when stands in the calls' rows, so a restart forgets
 * nothing; a row is worked on by the one server that could lock it, and what was done is
 * no longer due, so each comes once.
 */
@Slf4j
@Component
@RequiredArgsConstructor
public class CallTimers {

    private static final int MOST_FAILURES = 3;

    private static final Duration PUT_OFF = Duration.ofSeconds(30);

    /** How often in a row what is due for a call could not be done. */
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

    /** With other times than before the restart, other things are due. */
    @EventListener(ApplicationReadyEvent.class)
    void rearm() {
        this.calls.findSides()
            .forEach((call) -> this.perCall.run("Failed to reschedule the timers of call {}", call.getId(),
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
     * Does the first thing that is due for a call, in a transaction of its own. One that
     * fails is tried again a few times and then passed over: it keeps neither what comes
     * after it nor another call from its time.
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
            log.error("Failed to do what is due for call {}", id, ex);
            return failed >= MOST_FAILURES && passOver(id);
        }
    }

    private boolean passOver(UUID id) {
        this.failures.remove(id);
        AtomicReference<TimerKind> passed = new AtomicReference<>();
        try {
            boolean done = inCall(id, (call) -> {
                Optional<TimerKind> due = due(call);
                due.ifPresent((it) -> it.passOver(call, this.clock.instant()));
                due.ifPresent(passed::set);
                this.broadcaster.changed(call);
                return due.isPresent();
            });
            log.error("Skipped {} of call {} after repeated failures", passed.get(), id);
            return done;
        }
        catch (RuntimeException ex) {
            log.error("Failed even to skip what is due for call {}; retrying later", id, ex);
            putOff(id);
            return false;
        }
    }

    private void putOff(UUID id) {
        this.perCall.run("Failed to postpone what is due for call {}", id,
                () -> this.calls.putOff(id, this.clock.instant().plus(PUT_OFF)));
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
            case RETURNED -> this.transfers.comesBack(call);
            case GUIDE_GONE -> unlessBack(call, this.lostParticipants::ringAgain);
            case DESK_GONE -> unlessBack(call, this.lostParticipants::deskGone);
        }
    }

    /** Who has just come back may not have been told of yet. */
    private void unlessBack(Call call, Consumer<Call> act) {
        if (!this.participantMonitor.look(call)) {
            act.accept(call);
        }
    }

}

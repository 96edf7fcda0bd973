package io.deskbell.call;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

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
class Timers {

    private final Calls calls;

    private final Escalation escalation;

    private final HandingOn handingOn;

    private final LostSides lostSides;

    private final Attendance attendance;

    private final RoutingSettings settings;

    private final Clock clock;

    private final TransactionOperations transactions;

    /** With other times than before the restart, other things are due. */
    @EventListener(ApplicationReadyEvent.class)
    void rearm() {
        this.calls.findSides().forEach((call) -> act(call.getId(), (open) -> open.rearm(this.settings)));
    }

    @Scheduled(fixedDelay = 500, timeUnit = TimeUnit.MILLISECONDS)
    void sweep() {
        this.calls.findDue(this.clock.instant()).forEach((id) -> act(id, this::act));
    }

    /** One that fails is tried again, and keeps no other from its time. */
    private void act(UUID id, Consumer<Call> act) {
        try {
            this.transactions.executeWithoutResult((transaction) -> this.calls.findFreeAndLockById(id).ifPresent(act));
        }
        catch (RuntimeException ex) {
            log.error("What is due for call {} could not be done; it is tried again", id, ex);
        }
    }

    private void act(Call call) {
        Optional<Due> due = due(call);
        while (due.isPresent()) {
            act(call, due.get());
            due = due(call);
        }
    }

    private Optional<Due> due(Call call) {
        return call.due(this.clock.instant(), this.settings);
    }

    private void act(Call call, Due due) {
        switch (due) {
            case REMINDER -> this.escalation.remind(call);
            case FALLBACK -> this.escalation.fallBack(call);
            case ADMINS -> this.escalation.tellAdmins(call);
            case MISSED -> this.escalation.miss(call);
            case RETURNED -> this.handingOn.comesBack(call);
            case GUIDE_GONE -> unlessBack(call, this.lostSides::ringAgain);
            case DESK_GONE -> unlessBack(call, this.lostSides::deskGone);
        }
    }

    /** Who has just come back may not have been told of yet. */
    private void unlessBack(Call call, Consumer<Call> act) {
        if (!this.attendance.look(call)) {
            act.accept(call);
        }
    }

}

package io.deskbell.call.timer;

import java.time.Clock;
import java.util.Set;

import io.deskbell.account.device.DeskUnpaired;
import io.deskbell.call.CallBroadcaster;
import io.deskbell.call.CallMetrics;
import io.deskbell.call.Calls;
import io.deskbell.presence.PresenceRefresher;
import io.deskbell.region.DeskChanged;
import io.deskbell.region.PairedDesks;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Ends the call of a desk that is switched off, moved to another region or unpaired, in
 * the same transaction.
 */
@Slf4j
@Component
@RequiredArgsConstructor
class ClosedDeskCalls {

    private final Calls calls;

    private final PairedDesks paired;

    private final CallBroadcaster broadcaster;

    private final PresenceRefresher refresher;

    private final CallMetrics counts;

    private final Clock clock;

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(DeskChanged change) {
        if (!change.mayStay()) {
            end(change.code());
        }
    }

    /** Unless another device of the desk is paired, which continues the call. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    public void on(DeskUnpaired change) {
        if (this.paired.pairedOf(Set.of(change.desk())).isEmpty()) {
            end(change.desk());
        }
    }

    private void end(String desk) {
        this.calls.findOpenOfDesk(desk)
            .stream()
            .flatMap((id) -> this.calls.findAndLockById(id).stream())
            .forEach((call) -> {
                call.deskClosed(this.clock.instant());
                this.broadcaster.changed(call);
                this.refresher.recheck(call.getGuide());
                this.counts.count("desk_closed");
                log.info("Call {} ended because its desk was closed", call.getId());
            });
    }

}

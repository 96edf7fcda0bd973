package io.deskbell.call;

import java.time.Clock;
import java.time.Instant;

import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of a talk whose side did not come back. */
@Slf4j
@Component
@RequiredArgsConstructor
@Transactional(propagation = Propagation.MANDATORY)
class LostSides {

    private final CallEvents events;

    private final Alerting alerting;

    private final Escalation escalation;

    private final Presses presses;

    private final Announcer announcer;

    private final Rechecks rechecks;

    private final CallCounts counts;

    private final Clock clock;

    /** The visitor still waits: it rings again, with all that was said. */
    void ringAgain(Call call) {
        Instant now = this.clock.instant();
        if (call.getTransfer() != null) {
            this.events.add(call, CallEventKind.TRANSFER_RETURNED, now);
        }
        call.ringAgain(now);
        this.events.add(call, CallEventKind.GUIDE_LOST, call.getGuide(), now);
        this.alerting.again(call);
        this.announcer.changed(call);
        this.alerting.noteRings(call, call.getRegion());
        this.escalation.hurry(call);
        this.presses.meant(call.getDesk());
        this.rechecks.recheck(call.getGuide());
        this.counts.count("rung_again");
        log.warn("Call {} lost its guide and rings again", call.getId());
    }

    void deskGone(Call call) {
        Instant now = this.clock.instant();
        call.deskGone(now);
        this.events.add(call, CallEventKind.DESK_LOST, now);
        this.announcer.changed(call);
        this.rechecks.recheck(call.getGuide());
        this.counts.count("desk_gone");
        log.warn("Call {} ended, since its desk did not come back", call.getId());
    }

}

package io.deskbell.call.timer;

import java.time.Clock;
import java.time.Instant;

import io.deskbell.call.Call;
import io.deskbell.call.CallBroadcaster;
import io.deskbell.call.CallMetrics;
import io.deskbell.call.Escalation;
import io.deskbell.call.RingRateLimiter;
import io.deskbell.call.alert.GuideAlerter;
import io.deskbell.call.record.CallEventKind;
import io.deskbell.call.record.CallEvents;
import io.deskbell.presence.PresenceRefresher;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of a call whose guide or desk did not reconnect in time. */
@Slf4j
@Component
@RequiredArgsConstructor
@Transactional(propagation = Propagation.MANDATORY)
class LostParticipants {

    private final CallEvents events;

    private final GuideAlerter alerter;

    private final Escalation escalation;

    private final RingRateLimiter rateLimiter;

    private final CallBroadcaster broadcaster;

    private final PresenceRefresher refresher;

    private final CallMetrics counts;

    private final Clock clock;

    /** The visitor still waits: it rings again, with its messages. */
    void ringAgain(Call call) {
        Instant now = this.clock.instant();
        if (call.getTransfer() != null) {
            this.events.add(call, CallEventKind.TRANSFER_RETURNED, now);
        }
        call.ringAgain(now);
        this.events.add(call, CallEventKind.GUIDE_LOST, call.getGuide(), now);
        this.alerter.alertNewlyOnDuty(call);
        this.broadcaster.changed(call);
        this.alerter.noteRinging(call, call.getRegion());
        this.escalation.escalateEarly(call);
        this.rateLimiter.forgetCancellations(call.getDesk());
        this.refresher.recheck(call.getGuide());
        this.counts.count("rung_again");
        log.warn("Call {} lost its guide and rings again", call.getId());
    }

    void deskGone(Call call) {
        Instant now = this.clock.instant();
        call.deskGone(now);
        this.events.add(call, CallEventKind.DESK_LOST, now);
        this.broadcaster.changed(call);
        this.refresher.recheck(call.getGuide());
        this.counts.count("desk_gone");
        log.warn("Call {} ended because its desk did not reconnect", call.getId());
    }

}

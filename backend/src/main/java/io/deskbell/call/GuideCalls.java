package io.deskbell.call;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import io.deskbell.account.Account;
import io.deskbell.account.UserDirectory;
import io.deskbell.call.alert.Alert;
import io.deskbell.call.alert.CallAlerts;
import io.deskbell.call.alert.SeenCounter.Answered;
import io.deskbell.call.record.CallEventKind;
import io.deskbell.call.record.CallEvents;
import io.deskbell.call.transfer.TransferService;
import io.deskbell.call.view.CallQueries;
import io.deskbell.note.InboxService;
import io.deskbell.presence.PresenceRefresher;
import io.deskbell.shared.Caller;
import io.deskbell.shared.ProblemCode;
import io.deskbell.shared.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What guides do with a call: see it, accept or decline it, end it. */
@Slf4j
@Component
@RequiredArgsConstructor
@Transactional
public class GuideCalls {

    private final Calls calls;

    private final CallAlerts alerts;

    private final CallQueries queries;

    private final UserDirectory users;

    private final InboxService inbox;

    private final CallBroadcaster broadcaster;

    private final Escalation escalation;

    private final TransferService transfers;

    private final CallEvents callEvents;

    private final PresenceRefresher refresher;

    private final ApplicationEventPublisher events;

    private final Clock clock;

    private final RingRateLimiter rateLimiter;

    private final CallMetrics counts;

    private final MeterRegistry meters;

    /**
     * Accepts a call; of any number of guides at once exactly one wins, and accepting
     * one's own call again changes nothing.
     * @throws Refusal {@code CALL_TAKEN}, {@code CALL_OVER}, {@code GUIDE_BUSY} or
     * {@code NOT_FOUND}
     */
    public void accept(Caller caller, String id) {
        CallAccess access = this.queries.accessOf(caller);
        Call call = this.queries.locked(id, access::maySee);
        if (call.getParties().isGuide(caller) && call.getState() == CallState.ACTIVE) {
            this.broadcaster.resend(call, caller);
            return;
        }
        access.requireMayAccept(call);
        Account guide = this.users.locked(caller.username());
        if (this.calls.countByPartiesGuideAndState(guide.getUsername(), CallState.ACTIVE) >= guide.getMaxCalls()) {
            throw new Refusal(ProblemCode.GUIDE_BUSY, "You have as many calls as you may. End one first.");
        }
        Instant now = this.clock.instant();
        boolean first = call.getTimes().acceptedAt() == null;
        call.accept(guide.getUsername(), guide.getDisplayName(), now);
        this.callEvents.add(call, CallEventKind.ACCEPTED, guide.getUsername(), now);
        this.broadcaster.changed(call);
        this.rateLimiter.forgetCancellations(call.getDesk());
        this.refresher.recheck(call.getGuide());
        call.getParties().getFormerGuides().forEach(this.refresher::recheck);
        if (first) {
            this.meters.timer("deskbell.calls.answered")
                .record(Duration.between(call.getTimes().ringAt(), call.getTimes().acceptedAt()));
        }
        log.info("Call {} was accepted", call.getId());
    }

    /**
     * The guide declines and is no longer alerted; by the guide whose call it is, this
     * cancels a transfer.
     */
    public void decline(Caller caller, String id, @Nullable String reason) {
        CallAccess access = this.queries.accessOf(caller);
        Call call = this.queries.locked(id, access::maySee);
        if (call.getParties().isGuide(caller) && call.getState() == CallState.ACTIVE) {
            this.transfers.takeBack(call, caller);
            return;
        }
        access.requireMayAccept(call);
        alert(call, caller).declined(reason, this.clock.instant());
        call.getRinging().declined(caller.username());
        this.inbox.acted(caller, call.getId());
        this.broadcaster.changed(call);
        this.events.publishEvent(new Answered(call.getId()));
        if (call.getState() == CallState.RINGING) {
            this.escalation.escalateEarly(call);
        }
        else {
            this.transfers.declined(call);
        }
    }

    /** The guide's screen shows the alert. */
    public void seen(Caller caller, String id, boolean audible) {
        CallAccess access = this.queries.accessOf(caller);
        Call call = this.queries.find(id, access::maySee);
        if (access.mayAccept(call) && alert(call, caller).seen(audible, this.clock.instant())) {
            this.events.publishEvent(new Answered(call.getId()));
        }
    }

    /** Either participant ends the conversation. */
    public void end(Caller caller, String id) {
        Call call = this.queries.locked(id, (found) -> this.queries.isVisible(found, caller));
        if (!call.getParties().include(caller)) {
            throw new Refusal(ProblemCode.FORBIDDEN, "Only the desk and the guide of this call can end it.");
        }
        call.end(caller, this.clock.instant());
        this.broadcaster.changed(call);
        this.refresher.recheck(call.getGuide());
        this.counts.count("ended");
    }

    /**
     * Created by the first answer; the lock makes two screens of one guide take turns.
     */
    private Alert alert(Call call, Caller caller) {
        Alert.Key key = new Alert.Key(call.getId(), caller.username());
        return this.alerts.findById(key).orElseGet(() -> {
            this.users.locked(caller.username());
            return this.alerts.findById(key)
                .orElseGet(() -> this.alerts
                    .save(new Alert(key.callId(), key.username(), Objects.requireNonNull(call.getRingingSince()))));
        });
    }

}

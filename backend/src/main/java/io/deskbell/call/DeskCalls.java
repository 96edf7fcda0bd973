package io.deskbell.call;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.deskbell.call.alert.GuideAlerter;
import io.deskbell.call.record.CallEventKind;
import io.deskbell.call.record.CallEvents;
import io.deskbell.call.view.CallQueries;
import io.deskbell.presence.AvailableGuides;
import io.deskbell.region.Desk;
import io.deskbell.region.RegionDirectory;
import io.deskbell.shared.Caller;
import io.deskbell.shared.Ids;
import io.deskbell.shared.ProblemCode;
import io.deskbell.shared.Refusal;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a desk does with its call: ring, cancel, rate, leave a text. */
@Slf4j
@Component
@RequiredArgsConstructor
@Transactional
public class DeskCalls {

    private final Calls calls;

    private final CallQueries queries;

    private final AvailableGuides availableGuides;

    private final GuideAlerter alerter;

    private final Escalation escalation;

    private final CallEvents events;

    private final RingRateLimiter rateLimiter;

    private final RegionDirectory directory;

    private final CallBroadcaster broadcaster;

    private final Ids ids;

    private final Clock clock;

    private final CallMetrics counts;

    /**
     * Rings: alerts the guides on duty and leaves a note to the region; where nobody is
     * on duty the next step comes at once. A repeated request, or one while the desk's
     * call is not over, is answered with that call and alerts nobody again.
     * @throws Refusal {@code FORBIDDEN} for a desk that is switched off,
     * {@code RATE_LIMITED} for one that has to cool down
     */
    public void ring(Caller caller, String requestId, String language) {
        Desk desk = this.directory.lockedDesk(caller.deskCode())
            .filter(Desk::isEnabled)
            .orElseThrow(() -> new Refusal(ProblemCode.FORBIDDEN, "This desk is switched off."));
        Optional<Call> earlier = this.calls.findByRequest(desk.getCode(), requestId)
            .or(() -> this.calls.findByOpenDesk(desk.getCode()));
        if (earlier.isPresent()) {
            this.rateLimiter.repeated(desk.getCode(), !earlier.get().getPress().requestId().equals(requestId));
            this.broadcaster.resend(earlier.get(), caller);
            return;
        }
        this.rateLimiter.check(desk.getCode());
        Instant now = this.clock.instant();
        List<String> guides = this.availableGuides.of(desk.getRegion());
        Instant opensAt = this.directory.isOpen(desk.getRegion(), now) ? null
                : this.directory.opensAfter(desk.getRegion(), now);
        Call call = new Call(this.ids.next(), desk.getCode(), desk.getRegion(),
                new Press(requestId, language, guides.size(), opensAt), now);
        this.broadcaster.changed(this.calls.save(call));
        this.alerter.alertAtPress(call, guides);
        if (guides.isEmpty()) {
            this.escalation.escalateEarly(call);
        }
        this.counts.count("rung");
        log.info("Call {} rings in {} from {}, {} guides on duty", call.getId(), call.getRegion(), call.getDesk(),
                guides.size());
    }

    /** Cancels a call that rings. */
    public void cancel(Caller caller, String id) {
        Call call = this.queries.locked(id, (found) -> found.getParties().isDesk(caller));
        Instant now = this.clock.instant();
        call.cancel(now);
        this.broadcaster.changed(call);
        this.rateLimiter.cancelled(call.getDesk(), Duration.between(call.getTimes().ringAt(), now));
        this.counts.count("cancelled");
    }

    /** Keeps the visitor's rating. */
    public void rate(Caller caller, String id, Rating rating) {
        Call call = this.queries.locked(id, (found) -> found.getParties().isDesk(caller));
        call.rate(rating, this.clock.instant());
        this.broadcaster.changed(call);
    }

    /**
     * Keeps a text for the region where nobody answered or could have. The call, with
     * {@code leftAt}, is the acknowledgement; the same text again is kept once.
     * @throws Refusal {@code WRONG_STATE}, or {@code RATE_LIMITED} after too many texts
     */
    public void leave(Caller caller, String id, String contents) {
        Call call = this.queries.locked(id, (found) -> found.getParties().isDesk(caller));
        if (call.getState() != CallState.MISSED && !isUnattended(call)) {
            throw new Refusal(ProblemCode.WRONG_STATE, "A text can be left when nobody answers.");
        }
        Instant now = this.clock.instant();
        boolean another = !this.alerter.hasText(call, contents);
        call.getFeedback().textLeft(another, now);
        if (another) {
            this.alerter.forwardText(call, contents);
            this.events.add(call, CallEventKind.LEFT, now);
        }
        this.broadcaster.changed(call);
    }

    /** Whether nobody was on duty at the press, as the visitor was told, or is now. */
    private boolean isUnattended(Call call) {
        return call.getState() == CallState.RINGING
                && (call.getPress().onDuty() == 0 || this.availableGuides.of(call.getRegion()).isEmpty());
    }

}

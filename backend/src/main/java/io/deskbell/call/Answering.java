package io.deskbell.call;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import io.deskbell.account.Account;
import io.deskbell.account.People;
import io.deskbell.call.Tally.Answered;
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
public class Answering {

    private final Calls calls;

    private final CallAlerts alerts;

    private final CallBook book;

    private final People people;

    private final Announcer announcer;

    private final ApplicationEventPublisher events;

    private final Clock clock;

    private final MeterRegistry meters;

    /**
     * Accepts a call; of any number of guides at once exactly one wins, and accepting
     * one's own call again changes nothing.
     * @throws Refusal {@code CALL_TAKEN}, {@code CALL_OVER}, {@code GUIDE_BUSY} or
     * {@code NOT_FOUND}
     */
    public void accept(Caller caller, String id) {
        Call call = ofMyRegions(caller, id);
        if (call.isGuide(caller) && !call.isOver()) {
            this.announcer.again(call, caller);
            return;
        }
        if (call.getState() != CallState.RINGING) {
            throw call.notToBeHad();
        }
        Account guide = this.people.locked(caller.username());
        if (this.calls.countByGuideAndState(guide.getUsername(), CallState.ACTIVE) >= guide.getMaxCalls()) {
            throw new Refusal(ProblemCode.GUIDE_BUSY, "You have as many calls as you may. End one first.");
        }
        Instant now = this.clock.instant();
        boolean won = this.calls.claim(call.getId(), guide.getUsername(), guide.getDisplayName(), now) == 1;
        Call claimed = this.calls.findById(call.getId()).orElseThrow(Refusal::notFound);
        if (!won) {
            throw claimed.notToBeHad();
        }
        this.announcer.changed(claimed);
        this.meters.timer("deskbell.calls.answered").record(Duration.between(claimed.getRingAt(), now));
        log.info("Call {} was accepted", claimed.getId());
    }

    /** This guide does not want the call and is no longer alerted. */
    public void decline(Caller caller, String id, @Nullable String reason) {
        Call call = ofMyRegions(caller, id);
        if (call.getState() != CallState.RINGING) {
            throw call.notToBeHad();
        }
        alert(call, caller).declined(reason, this.clock.instant());
        this.events.publishEvent(new Answered(call.getId()));
    }

    /** This guide's screen shows the alert. */
    public void seen(Caller caller, String id, boolean audible) {
        Call call = ofMyRegions(caller, id);
        if (call.getState() == CallState.RINGING && alert(call, caller).seen(audible, this.clock.instant())) {
            this.events.publishEvent(new Answered(call.getId()));
        }
    }

    /** Either side ends the talk. */
    public void end(Caller caller, String id) {
        Call call = this.book.locked(id, (found) -> this.book.isVisible(found, caller));
        if (!call.isTalkOf(caller)) {
            throw new Refusal(ProblemCode.FORBIDDEN, "Only the two who talk can end this call.");
        }
        call.end(caller, this.clock.instant());
        this.announcer.changed(call);
        this.meters.counter("deskbell.calls", "change", "ended").increment();
    }

    /** The first answer makes it; two screens of one guide wait for each other. */
    private Alert alert(Call call, Caller caller) {
        Alert.Key key = new Alert.Key(call.getId(), caller.username());
        return this.alerts.findById(key).orElseGet(() -> {
            this.people.locked(caller.username());
            return this.alerts.findById(key)
                .orElseGet(() -> this.alerts.save(new Alert(key.callId(), key.username(), call.getRingAt())));
        });
    }

    private Call ofMyRegions(Caller caller, String id) {
        Set<String> mine = this.people.regionsOf(caller);
        return this.book.find(id, (call) -> mine.contains(call.getRegion()) || call.isGuide(caller));
    }

}

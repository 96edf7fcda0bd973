package io.deskbell.call;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import io.deskbell.call.alert.GuideAlerter;
import io.deskbell.call.record.CallEventKind;
import io.deskbell.call.record.CallEvents;
import io.deskbell.region.RegionDirectory;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Escalates a call that nobody answers: a reminder, then one region more, then the
 * admins, then missed. Whoever was alerted stays alerted. Where nobody is left who could
 * answer, the next step comes at once.
 */
@Slf4j
@Component
@RequiredArgsConstructor
@Transactional(propagation = Propagation.MANDATORY)
public class Escalation {

    private final GuideAlerter alerter;

    private final CallEvents events;

    private final RegionDirectory directory;

    private final CallBroadcaster broadcaster;

    private final RingRateLimiter rateLimiter;

    private final CallMetrics counts;

    private final Clock clock;

    /**
     * Takes the next steps as long as nobody is left who could answer; says whether it
     * took any.
     */
    public boolean escalateEarly(Call call) {
        boolean escalated = false;
        while (hasMore(call) && !this.alerter.canBeAnswered(call)) {
            next(call).ifPresentOrElse((region) -> widen(call, region), () -> notifyAdmins(call));
            escalated = true;
        }
        if (escalated) {
            this.broadcaster.changed(call);
        }
        return escalated;
    }

    /** Whether there is a step left before it is missed. */
    private boolean hasMore(Call call) {
        Ring ring = call.getRinging().getRing();
        return ring != null && (ring.adminsToldAt() == null || next(call).isPresent());
    }

    public void remind(Call call) {
        Instant now = this.clock.instant();
        call.stillRinging().reminded(now);
        this.alerter.alertNewlyOnDuty(call);
        this.events.add(call, CallEventKind.REMINDED, now);
        this.broadcaster.changed(call);
        this.counts.count("reminded");
    }

    public void fallBack(Call call) {
        next(call).ifPresentOrElse((region) -> widen(call, region),
                () -> call.stillRinging().widened(null, this.clock.instant()));
        if (!escalateEarly(call)) {
            this.broadcaster.changed(call);
        }
    }

    public void tellAdmins(Call call) {
        notifyAdmins(call);
        this.broadcaster.changed(call);
    }

    public void miss(Call call) {
        call.miss(this.clock.instant());
        this.alerter.noteMissed(call);
        this.broadcaster.changed(call);
        this.rateLimiter.forgetCancellations(call.getDesk());
        this.counts.count("missed");
        log.warn("Call {} from {} was missed in {}", call.getId(), call.getDesk(), call.getRegion());
    }

    private void widen(Call call, String region) {
        Instant now = this.clock.instant();
        call.stillRinging().widened(region, now);
        this.alerter.alertRegion(call, region);
        this.events.widened(call, region, now);
        this.counts.count("widened");
        log.info("Call {} now also rings in {}", call.getId(), region);
    }

    private void notifyAdmins(Call call) {
        Instant now = this.clock.instant();
        call.stillRinging().adminsTold(now);
        this.alerter.notifyAdmins(call);
        this.events.add(call, CallEventKind.ADMINS_TOLD, now);
        this.counts.count("admins");
        log.warn("Call {} from {} is still unanswered; notified the admins", call.getId(), call.getDesk());
    }

    /** The first region of the fallback chain in which it does not ring yet. */
    private Optional<String> next(Call call) {
        Set<String> rings = call.getRinging().getRegions();
        Optional<String> next = this.directory.fallbackOf(call.getRegion());
        int most = rings.size();
        for (int i = 0; i < most && next.filter(rings::contains).isPresent(); i++) {
            next = next.flatMap(this.directory::fallbackOf);
        }
        return next.filter((region) -> !rings.contains(region));
    }

}

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
 * What happens to a call that nobody answers: told again, then in one region more, then
 * to the admins, then missed. Whoever was alerted stays alerted. Where nobody is left who
 * could answer, the next step comes at once.
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
     * Goes on as long as nobody is left who could answer; says whether it did anything.
     */
    public boolean hurry(Call call) {
        boolean hurried = false;
        while (hasMore(call) && !this.alerter.reachesSomebody(call)) {
            next(call).ifPresentOrElse((region) -> widen(call, region), () -> admins(call));
            hurried = true;
        }
        if (hurried) {
            this.broadcaster.changed(call);
        }
        return hurried;
    }

    /** Whether there is a step left before it is missed. */
    private boolean hasMore(Call call) {
        Ring ring = call.getRinging().getRing();
        return ring != null && (ring.adminsToldAt() == null || next(call).isPresent());
    }

    public void remind(Call call) {
        Instant now = this.clock.instant();
        call.stillRinging().reminded(now);
        this.alerter.again(call);
        this.events.add(call, CallEventKind.REMINDED, now);
        this.broadcaster.changed(call);
        this.counts.count("reminded");
    }

    public void fallBack(Call call) {
        next(call).ifPresentOrElse((region) -> widen(call, region),
                () -> call.stillRinging().widened(null, this.clock.instant()));
        if (!hurry(call)) {
            this.broadcaster.changed(call);
        }
    }

    public void tellAdmins(Call call) {
        admins(call);
        this.broadcaster.changed(call);
    }

    public void miss(Call call) {
        call.miss(this.clock.instant());
        this.alerter.noteMissed(call);
        this.broadcaster.changed(call);
        this.rateLimiter.meant(call.getDesk());
        this.counts.count("missed");
        log.warn("Call {} from {} was missed in {}", call.getId(), call.getDesk(), call.getRegion());
    }

    private void widen(Call call, String region) {
        Instant now = this.clock.instant();
        call.stillRinging().widened(region, now);
        this.alerter.also(call, region);
        this.events.widened(call, region, now);
        this.counts.count("widened");
        log.info("Call {} now rings in {} as well", call.getId(), region);
    }

    private void admins(Call call) {
        Instant now = this.clock.instant();
        call.stillRinging().adminsTold(now);
        this.alerter.admins(call);
        this.events.add(call, CallEventKind.ADMINS_TOLD, now);
        this.counts.count("admins");
        log.warn("Call {} from {} is still not answered; admins were notified", call.getId(), call.getDesk());
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

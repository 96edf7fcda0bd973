package io.deskbell.region.monitor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import io.deskbell.realtime.OpenConnections;
import io.deskbell.region.Desk;
import io.deskbell.region.DeskCameBack;
import io.deskbell.region.DeskSettings;
import io.deskbell.region.DeskWentOffline;
import io.deskbell.region.Desks;
import io.deskbell.region.OpeningSchedule;
import io.deskbell.region.PairedDesks;
import io.deskbell.region.Regions;
import io.deskbell.shared.Caller;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Checks one desk and stops monitoring it, checks again later, or reports it. A paired,
 * enabled desk is expected to be connected while its region is open.
 */
@Slf4j
@Component
@RequiredArgsConstructor
class OfflineDeskCheck {

    private final Desks desks;

    private final Regions regions;

    private final PairedDesks paired;

    private final OpenConnections connections;

    private final DeskSettings settings;

    private final ApplicationEventPublisher events;

    private final Clock clock;

    /** Checks a desk under its lock, unless another transaction holds it. */
    @Transactional
    public void check(String code) {
        this.desks.findAndClaimByCode(code).ifPresent(this::check);
    }

    private void check(Desk desk) {
        if (!desk.isEnabled() || this.paired.pairedOf(Set.of(desk.getCode())).isEmpty()) {
            desk.stopMonitoring();
        }
        else if (this.connections.isConnected(Caller.usernameOfDesk(desk.getCode()))) {
            back(desk);
        }
        else if (desk.getOfflineToldAt() == null) {
            Instant now = this.clock.instant();
            desk.gone(now, now);
            waitFor(desk, now);
        }
        else {
            desk.checkAgainAt(null);
        }
    }

    private void back(Desk desk) {
        Instant since = desk.getOfflineSince();
        if (since != null && desk.getOfflineToldAt() != null) {
            log.info("Desk {} of {} is connected again", desk.getCode(), desk.getRegion());
            this.events.publishEvent(new DeskCameBack(desk.getCode(), since));
        }
        desk.stopMonitoring();
    }

    private void waitFor(Desk desk, Instant now) {
        OpeningSchedule opening = this.regions.findById(desk.getRegion()).orElseThrow().opening();
        Duration patience = this.settings.deskOfflineAfter();
        if (!opening.isOpenAt(now)) {
            Optional<Instant> opens = opening.opensAfter(now);
            desk.checkAgainAt(opens.map((moment) -> moment.plus(patience)).orElse(null));
            return;
        }
        Instant since = desk.getOfflineSince();
        Instant opened = opening.openSince(now, now.minus(patience));
        Instant missedSince = (since == null || since.isBefore(opened)) ? opened : since;
        Instant due = missedSince.plus(patience);
        if (due.isAfter(now)) {
            desk.checkAgainAt(due);
            return;
        }
        desk.markReported(now);
        log.warn("Desk {} of {} has been disconnected since {}", desk.getCode(), desk.getRegion(), since);
        this.events.publishEvent(new DeskWentOffline(desk.getCode(), (since != null) ? since : now));
    }

}

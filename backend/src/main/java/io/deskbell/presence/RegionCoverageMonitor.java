package io.deskbell.presence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.deskbell.account.UserDirectory;
import io.deskbell.note.NewNote;
import io.deskbell.note.NoteEvent;
import io.deskbell.note.NoteSender;
import io.deskbell.region.CodeAndName;
import io.deskbell.region.Region;
import io.deskbell.region.RegionDirectory;
import io.deskbell.shared.database.TransactionPerItem;
import io.micrometer.core.instrument.MeterRegistry;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Watches that each region has a guide on duty, in a call or not. Admins receive a note
 * when the last one leaves within opening hours: at once after signing off, after a grace
 * period where a connection was lost. What is due is stored in the database.
 */
@Slf4j
@Component
@RequiredArgsConstructor
class RegionCoverageMonitor {

    /** Within opening hours; otherwise as soon as the region opens. */
    private static final Duration REPEATED_AFTER = Duration.ofHours(8);

    private final AvailableGuides availableGuides;

    private final UserDirectory users;

    private final RegionDirectory directory;

    private final NoteSender noteSender;

    private final PresenceSettings settings;

    private final Clock clock;

    private final JdbcClient jdbc;

    private final TransactionPerItem transactions;

    private final MeterRegistry meters;

    /**
     * Records whether a region has a guide on duty, one region after the other, so that
     * the last observation wins. If it fails it is retried soon, and does not hold up
     * other regions.
     */
    synchronized void check(String region) {
        this.transactions.run("Failed to record whether {} has a guide on duty; trying again", region, () -> {
            if (this.availableGuides.connectedIn(region).isEmpty()) {
                lost(region);
            }
            else if (covered(region) == 0) {
                this.jdbc.sql("""
                        insert into coverage (region, covered) select ?, true where exists
                        (select 1 from regions where code = ?) and not exists
                        (select 1 from coverage where region = ?)""").params(region, region, region).update();
            }
        });
    }

    private int covered(String region) {
        return this.jdbc.sql("""
                update coverage set covered = true, due_at = null
                where region = ? and (not covered or due_at is not null)""").param(region).update();
    }

    private void lost(String region) {
        this.jdbc.sql("update coverage set covered = false, due_at = ? where region = ? and covered")
            .params(due(region).atOffset(ZoneOffset.UTC), region)
            .update();
    }

    /** A guide who is AVAILABLE but not connected has only lost the connection. */
    private Instant due(String region) {
        Instant now = this.clock.instant();
        return this.users.availableGuidesOf(region).isEmpty() ? now : now.plus(this.settings.guideGoneAfter());
    }

    /**
     * Disconnects are not announced when a server stops. All regions are read in one
     * query; only those that have changed are examined.
     */
    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void lookAtAll() {
        List<String> coveredRegions = regions("covered");
        List<String> others = regions("not covered or due_at is not null");
        Set<String> connected = this.availableGuides.regionsWithGuides();
        coveredRegions.stream().filter((region) -> !connected.contains(region)).forEach(this::check);
        others.stream().filter(connected::contains).forEach(this::check);
    }

    private List<String> regions(String condition) {
        return this.jdbc.sql("select region from coverage where " + condition)
            .query((row, number) -> row.getString("region"))
            .list();
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void sweep() {
        this.jdbc.sql("select region from coverage where due_at <= ?")
            .param(this.clock.instant().atOffset(ZoneOffset.UTC))
            .query(String.class)
            .list()
            .forEach(this::notifyIfDue);
    }

    /** If it fails it is retried, and does not hold up other regions. */
    private void notifyIfDue(String region) {
        this.transactions.run("Failed to notify admins that nobody is on duty in {}; trying again", region, () -> {
            if (claim(region)) {
                notifyAdmins(region);
            }
        });
    }

    private boolean claim(String region) {
        Instant now = this.clock.instant();
        return this.jdbc.sql("select due_at from coverage where region = ? and due_at <= ? for update skip locked")
            .params(region, now.atOffset(ZoneOffset.UTC))
            .query(OffsetDateTime.class)
            .optional()
            .isPresent();
    }

    /**
     * Outside of opening hours nobody is expected; it is checked again at the opening.
     */
    private void notifyAdmins(String region) {
        if (!this.availableGuides.connectedIn(region).isEmpty()) {
            covered(region);
            return;
        }
        Instant now = this.clock.instant();
        boolean open = this.directory.isOpen(region, now);
        Instant opening = this.directory.opensAfter(region, now);
        Instant again = open ? now.plus(REPEATED_AFTER)
                : (opening != null) ? opening.plus(this.settings.guideGoneAfter()) : null;
        OffsetDateTime next = (again != null) ? again.atOffset(ZoneOffset.UTC) : null;
        this.jdbc.sql("update coverage set due_at = :next where region = :region")
            .param("next", next)
            .param("region", region)
            .update();
        if (open) {
            String name = this.directory.region(region).map(Region::getName).orElse(region);
            NoteEvent withoutGuide = NoteEvent.uncovered(new CodeAndName(region, name));
            this.users.admins().forEach((admin) -> this.noteSender.put(NewNote.fromDeskbell(admin, withoutGuide)));
            this.meters.counter("deskbell.regions.uncovered").increment();
            log.warn("Nobody is on duty in {}", region);
        }
    }

}

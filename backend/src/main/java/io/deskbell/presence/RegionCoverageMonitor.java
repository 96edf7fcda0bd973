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
import io.micrometer.core.instrument.MeterRegistry;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Watches that each region has a guide at work, in a talk or not. Admins have a note when
 * the last one goes within opening hours: at once where it was said, after a time of
 * grace where a connection was lost. What is due stands in the database.
 */
@Slf4j
@Component
@RequiredArgsConstructor
class RegionCoverageMonitor {

    /** Within hours, or as soon as it opens after that. */
    private static final Duration TOLD_AGAIN_AFTER = Duration.ofHours(8);

    private final AvailableGuides availableGuides;

    private final UserDirectory users;

    private final RegionDirectory directory;

    private final NoteSender noteSender;

    private final PresenceSettings settings;

    private final Clock clock;

    private final JdbcClient jdbc;

    private final TransactionOperations transactions;

    private final MeterRegistry meters;

    /**
     * Looks how a region stands, and has a loss told in time; one after the other, so
     * that what was seen last is kept. One that fails is looked at again soon, and keeps
     * no other from being looked at.
     */
    synchronized void look(String region) {
        try {
            if (this.availableGuides.atWork(region).isEmpty()) {
                lost(region);
            }
            else if (covered(region) == 0) {
                this.jdbc.sql("""
                        insert into coverage (region, covered) select ?, true where exists
                        (select 1 from regions where code = ?) and not exists
                        (select 1 from coverage where region = ?)""").params(region, region, region).update();
            }
        }
        catch (RuntimeException ex) {
            log.error("Whether {} has a guide at work could not be kept; it is tried again", region, ex);
        }
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

    /** Whoever says to be available and is not there has only lost the connection. */
    private Instant due(String region) {
        Instant now = this.clock.instant();
        return this.users.availableGuidesOf(region).isEmpty() ? now : now.plus(this.settings.guideGoneAfter());
    }

    /**
     * Nobody tells of those who left when the server stopped. All are read at once; only
     * where something has changed is looked at closely.
     */
    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void lookAtAll() {
        List<String> coveredRegions = regions("covered");
        List<String> others = regions("not covered or due_at is not null");
        Set<String> atWork = this.availableGuides.regionsAtWork();
        coveredRegions.stream().filter((region) -> !atWork.contains(region)).forEach(this::look);
        others.stream().filter(atWork::contains).forEach(this::look);
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
            .forEach(this::act);
    }

    /** One that fails is tried again, and keeps no other from being told. */
    private void act(String region) {
        try {
            this.transactions.executeWithoutResult((transaction) -> {
                if (claim(region)) {
                    tell(region);
                }
            });
        }
        catch (RuntimeException ex) {
            log.error("That nobody is on duty in {} could not be told; it is tried again", region, ex);
        }
    }

    private boolean claim(String region) {
        Instant now = this.clock.instant();
        return this.jdbc.sql("select due_at from coverage where region = ? and due_at <= ? for update skip locked")
            .params(region, now.atOffset(ZoneOffset.UTC))
            .query(OffsetDateTime.class)
            .optional()
            .isPresent();
    }

    /** While it is closed nobody is missed; whoever is missing when it opens is. */
    private void tell(String region) {
        if (!this.availableGuides.atWork(region).isEmpty()) {
            covered(region);
            return;
        }
        Instant now = this.clock.instant();
        boolean open = this.directory.isOpen(region, now);
        Instant opening = this.directory.opensAfter(region, now);
        Instant again = open ? now.plus(TOLD_AGAIN_AFTER)
                : (opening != null) ? opening.plus(this.settings.guideGoneAfter()) : null;
        OffsetDateTime next = (again != null) ? again.atOffset(ZoneOffset.UTC) : null;
        this.jdbc.sql("update coverage set due_at = :next where region = :region")
            .param("next", next)
            .param("region", region)
            .update();
        if (open) {
            String name = this.directory.region(region).map(Region::getName).orElse(region);
            NoteEvent uncovered = NoteEvent.uncovered(new CodeAndName(region, name));
            this.users.admins().forEach((admin) -> this.noteSender.put(NewNote.fromDeskbell(admin, uncovered)));
            this.meters.counter("deskbell.regions.uncovered").increment();
            log.warn("Nobody is on duty in {}", region);
        }
    }

}

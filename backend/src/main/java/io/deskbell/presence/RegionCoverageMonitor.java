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
 * Watches that each region has a guide on duty, in a conversation or not. Admins are
 * notified when the last one leaves within opening hours: at once where the guide said
 * so, after a time of grace where a connection was lost. What is due is in the database.
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

    private final TransactionPerItem transactions;

    private final MeterRegistry meters;

    /**
     * Records whether a region has a guide on duty, and from when a loss is to be
     * announced; one region at a time, so that the latest state is what is kept. A
     * failure is retried soon and does not keep other regions waiting.
     */
    synchronized void look(String region) {
        this.transactions.run("Failed to record whether {} has a guide on duty; retrying", region, () -> {
            if (this.availableGuides.atWork(region).isEmpty()) {
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

    /** A guide who is available but not connected has only lost the connection. */
    private Instant due(String region) {
        Instant now = this.clock.instant();
        return this.users.availableGuidesOf(region).isEmpty() ? now : now.plus(this.settings.guideGoneAfter());
    }

    /**
     * No event comes for guides who left while the server was stopped. All regions are
     * read at once; only those that have changed are checked one by one.
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

    /** A failure is retried and does not keep other regions waiting. */
    private void act(String region) {
        this.transactions.run("Failed to notify admins that nobody is on duty in {}; retrying", region, () -> {
            if (claim(region)) {
                tell(region);
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

    /** Nobody is missed while a region is closed; it is checked again once it opens. */
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

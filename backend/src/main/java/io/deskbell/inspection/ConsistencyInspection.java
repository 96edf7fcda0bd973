package io.deskbell.inspection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import io.deskbell.account.UserDirectory;
import io.deskbell.note.NewNote;
import io.deskbell.note.NoteEvent;
import io.deskbell.note.NoteSender;
import io.micrometer.core.instrument.MeterRegistry;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Verifies the calls of the last day: none is stuck, none lacks its notes, no guide has
 * more than allowed, and nothing due is left undone. Findings are counted by a metric,
 * and new ones are sent to admins in a note.
 */
@Slf4j
@Component
public class ConsistencyInspection {

    private static final Duration LOOKS_BACK = Duration.ofDays(1);

    /** Due work is done within half a second; what is older than this is stuck. */
    private static final Duration SLACK = Duration.ofSeconds(30);

    /** Findings in a note; the page with live figures shows all. */
    private static final int MAX_FINDINGS_IN_NOTE = 10;

    private static final String CALLS = """
            select (select count(*) from calls where ring_at >= :from)
            + (select count(*) from calls where state in ('RINGING', 'ACTIVE') and ring_at < :from)""";

    /** Without a lower bound H2 would also read all rows without a due time. */
    private static final String OVERDUE = """
            select id as subject, due_at as detail from calls
            where due_at >= timestamp with time zone '1970-01-01 00:00:00+00:00' and due_at < :late""";

    /**
     * An ended call has no desk, no timer and a reason; an open one has a desk, and a
     * timer while it rings.
     */
    private static final String STUCK = """
            select id as subject, state as detail from calls
            where state in ('RINGING', 'ACTIVE') and (open_desk is null
            or (state = 'RINGING' and due_at is null) or (state = 'ACTIVE' and guide is null))
            union all select id, state from calls where open_desk >= '' and state not in ('RINGING', 'ACTIVE')""";

    /**
     * Each call has a note in its region, each missed call one more. Recent calls are
     * excluded because they may be seen half-done, and because a clock adjustment shifts
     * calls but not the time of their notes.
     */
    private static final String NO_NOTE = """
            select c.id as subject, c.state as detail from calls c where c.ring_at >= :from and c.ring_at < :late
            and (not exists (select 1 from notes n where n.to_region = c.region
            and n.sent_at >= :since and n.call_id = c.id and n.kind = 'CALL')
            or (c.state = 'MISSED' and c.ended_at < :late and not exists
            (select 1 from notes n where n.to_region = c.region and n.sent_at >= :since
            and n.call_id = c.id and n.kind = 'MISSED')))""";

    private static final String OVER_MAX = """
            select c.guide as subject, count(*) as detail from calls c join accounts a on a.username = c.guide
            where c.state = 'ACTIVE' group by c.guide, a.max_calls having count(*) > a.max_calls""";

    private final JdbcClient jdbc;

    private final UserDirectory users;

    private final NoteSender noteSender;

    private final Clock clock;

    private final AtomicInteger broken;

    private volatile Report last = new Report(null, 0, List.of());

    ConsistencyInspection(JdbcClient jdbc, UserDirectory users, NoteSender noteSender, Clock clock,
            MeterRegistry meters) {
        this.jdbc = jdbc;
        this.users = users;
        this.noteSender = noteSender;
        this.clock = clock;
        this.broken = meters.gauge("deskbell.calls.broken", new AtomicInteger());
    }

    /** The last report since the start; {@code at} is null if there was none yet. */
    public Report last() {
        return this.last;
    }

    /** Runs an inspection. */
    @Transactional
    @Scheduled(fixedDelayString = "${deskbell.routing.inspect-every:1h}",
            initialDelayString = "${deskbell.routing.inspect-every:1h}")
    public Report inspect() {
        Instant now = this.clock.instant();
        List<Finding> findings = new ArrayList<>();
        findings.addAll(find(Check.STUCK, STUCK, now));
        findings.addAll(find(Check.OVERDUE, OVERDUE, now));
        findings.addAll(find(Check.NO_NOTE, NO_NOTE, now));
        findings.addAll(find(Check.OVER_MAX, OVER_MAX, now));
        int checked = this.jdbc.sql(CALLS).param("from", time(now.minus(LOOKS_BACK))).query(Integer.class).single();
        Set<Finding> known = Set.copyOf(this.last.findings());
        List<Finding> newFindings = findings.stream().filter((finding) -> !known.contains(finding)).toList();
        Report report = new Report(now, checked, findings);
        if (!newFindings.isEmpty()) {
            notifyAdmins(newFindings);
        }
        this.broken.set(findings.size());
        this.last = report;
        return report;
    }

    private List<Finding> find(Check check, String sql, Instant now) {
        return this.jdbc.sql(sql)
            .param("from", time(now.minus(LOOKS_BACK)))
            .param("since", time(now.minus(LOOKS_BACK).minus(LOOKS_BACK)))
            .param("late", time(now.minus(SLACK)))
            .query((row, number) -> new Finding(check, row.getString("subject"), row.getString("detail")))
            .list();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private void notifyAdmins(List<Finding> newFindings) {
        NoteEvent found = NoteEvent.inspected(newFindings.size(),
                newFindings.stream()
                    .limit(MAX_FINDINGS_IN_NOTE)
                    .map((finding) -> new NoteEvent.Finding(finding.check().name(), finding.subject()))
                    .toList());
        this.users.admins().forEach((admin) -> this.noteSender.put(NewNote.fromDeskbell(admin, found)));
        log.error("The inspection of calls found inconsistencies: {}", newFindings);
    }

    /** The kinds of inconsistencies. */
    public enum Check {

        /** A call that no timer will end, or whose fields contradict each other. */
        STUCK,

        /** Work that was due half a minute ago and was not done. */
        OVERDUE,

        /**
         * A call without its note in the region, or a missed one without the note of
         * that.
         */
        NO_NOTE,

        /** A guide with more calls than the account allows. */
        OVER_MAX

    }

    /**
     * One inconsistency.
     *
     * @param subject a call's id or a guide's username
     * @param detail the call's state, since when it was due, or how many calls
     */
    public record Finding(Check check, String subject, @Nullable String detail) {
    }

    /**
     * The result of an inspection.
     *
     * @param at when it ran; null for never
     * @param checked how many calls were inspected
     */
    public record Report(@Nullable Instant at, int checked, List<Finding> findings) {
    }

}

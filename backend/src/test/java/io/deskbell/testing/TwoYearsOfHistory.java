package io.deskbell.testing;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Two years of a house of a few regions, as much as makes each needless read stand out.
 */
public final class TwoYearsOfHistory {

    public static final int CALLS = 6_000;

    public static final int MESSAGES_EACH = 6;

    public static final int DESKS = 12;

    public static final int GUIDES = 20;

    /** So many calls come to one that is transferred. */
    private static final int HANDED_ON = 50;

    private static final Duration APART = Duration.ofDays(730).dividedBy(CALLS);

    private static final List<String> STATES = List.of("ENDED", "ENDED", "ENDED", "ENDED", "ENDED", "ENDED",
            "CANCELLED", "ENDED", "ENDED", "MISSED");

    private final JdbcTemplate jdbc;

    private final Instant start = Instant.now().minus(Duration.ofDays(730));

    private final List<String> regions;

    private final List<UUID> ids = IntStream.range(0, CALLS).mapToObj((i) -> UUID.randomUUID()).toList();

    public TwoYearsOfHistory(JdbcTemplate jdbc, List<String> regions) {
        this.jdbc = jdbc;
        this.regions = regions;
    }

    public void fill() {
        each(GUIDES,
                """
                        insert into accounts (username, display_name, role, password_hash, enabled, max_calls, presence, created_at)
                        values (?, 'Guide', 'GUIDE', 'none', true, 1, 'AWAY', ?)""",
                (i) -> new Object[] { "years.guide" + i, at(0) });
        each(GUIDES, "insert into account_regions (username, region) values (?, ?)",
                (i) -> new Object[] { "years.guide" + i, region(i) });
        each(DESKS, "insert into desks (code, name, region, languages, enabled) values (?, 'Desk', ?, 'ko', false)",
                (i) -> new Object[] { desk(i), region(i) });
        each(CALLS, """
                insert into calls (number, id, desk, region, request_id, language, state, guide, guide_name, ring_at,
                accepted_at, ended_at, messages, on_duty, alerts_sent, alerts_seen, version)
                values (?, ?, ?, ?, ?, 'ko', ?, ?, 'Guide', ?, ?, ?, ?, 1, 1, 1, 1)""", this::call);
        this.jdbc.execute("alter table calls alter column number restart with " + (CALLS + 1));
        each(CALLS, """
                insert into call_events (call_id, at, kind, username) values (?, ?, 'ACCEPTED', ?)""",
                (i) -> new Object[] { this.ids.get(i), at(i), guide(i) });
        each(CALLS / HANDED_ON, """
                insert into call_events (call_id, at, kind, username) values (?, ?, 'TRANSFER_OFFERED', ?)""",
                (i) -> new Object[] { this.ids.get(i * HANDED_ON), at(i * HANDED_ON), guide(i * HANDED_ON) });
        each(CALLS * MESSAGES_EACH, """
                insert into messages (id, call_id, seq, client_id, username, display_name, contents, sent_at)
                values (?, ?, ?, 'c', ?, 'Name', ?, ?)""", this::message);
        each(CALLS, """
                insert into audit (at, actor, action, subject) values (?, ?, ?, 'q="taxi"')""",
                (i) -> new Object[] { at(i), guide(i), (i % 50 == 0) ? "PAIRING_FAILED" : "SIGNED_IN" });
        boolean h2 = Boolean.TRUE.equals(this.jdbc
            .execute((Connection connection) -> connection.getMetaData().getDatabaseProductName().equals("H2")));
        // What PostgreSQL does by itself after a while.
        this.jdbc.execute(h2 ? "analyze" : "vacuum analyze");
    }

    private Object[] call(int i) {
        boolean answered = STATES.get(i % STATES.size()).equals("ENDED");
        return new Object[] { i + 1, this.ids.get(i), desk(i), region(i), "r" + i, STATES.get(i % STATES.size()),
                answered ? guide(i) : null, at(i), answered ? at(i) : null, at(i).plusMinutes(3), MESSAGES_EACH };
    }

    private Object[] message(int i) {
        int call = i / MESSAGES_EACH;
        int seq = i % MESSAGES_EACH + 1;
        return new Object[] { ((call + 1L) << 24) | seq, this.ids.get(call), seq,
                (i % 2 == 0) ? guide(call) : "desk:" + desk(call), "어디로 가나요? message " + i, at(call).plusSeconds(seq) };
    }

    public Instant ago(Duration time) {
        return this.start.plus(Duration.ofDays(730)).minus(time);
    }

    private OffsetDateTime at(int call) {
        return this.start.plus(APART.multipliedBy(call)).atOffset(ZoneOffset.UTC);
    }

    /** Desks and guides in turn, none with the rhythm of the others. */
    public String desk(int call) {
        return "years-" + call % DESKS;
    }

    public String region(int call) {
        return this.regions.get(call % DESKS % this.regions.size());
    }

    public String guide(int call) {
        return "years.guide" + call % 7 % GUIDES;
    }

    public UUID id(int call) {
        return this.ids.get(call);
    }

    private void each(int count, String sql, IntFunction<Object[]> row) {
        this.jdbc.batchUpdate(sql, IntStream.range(0, count).mapToObj(row).toList());
    }

}

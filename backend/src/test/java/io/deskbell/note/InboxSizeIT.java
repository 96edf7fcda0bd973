package io.deskbell.note;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import io.deskbell.note.InboxReadMarks.Mark;
import io.deskbell.testing.Browser;
import io.deskbell.testing.Deskbell;
import io.deskbell.testing.DeskbellServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** However many notes there are, no more rows are read than are shown. */
@DeskbellServer
class InboxSizeIT {

    private static final int MANY = 10_000;

    /** A page of two inboxes, each row counted at each step that it passes. */
    private static final long FEW = 1000;

    private static final Pattern H2_SCAN = Pattern.compile("scanCount: (\\d+)");

    @Autowired
    private Deskbell deskbell;

    @Autowired
    private JdbcOperations operations;

    @Autowired
    private JdbcClient jdbc;

    private String region;

    private String inbox;

    private String early;

    private Browser reader;

    @BeforeEach
    void fillARegion() {
        this.region = this.deskbell.admin().region();
        this.inbox = NoteView.To.inboxOf(this.region);
        this.early = this.deskbell.admin().guide(this.region);
        this.reader = this.deskbell.browserOf(this.early);
        Instant now = this.deskbell.clock().instant();
        List<Object[]> rows = new ArrayList<>();
        for (int i = 1; i <= MANY; i++) {
            boolean alert = i % 2 == 0;
            rows.add(new Object[] { UUID.randomUUID(), alert ? "CALL" : "TEXT", this.region, this.inbox,
                    alert ? null : (long) (i + 1) / 2, alert ? now.atOffset(ZoneOffset.UTC) : null, "old news",
                    now.atOffset(ZoneOffset.UTC), UUID.randomUUID() });
        }
        this.operations.batchUpdate("""
                insert into notes (id, kind, to_region, inbox, place, settled_at, contents, sent_at, from_desk, call_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, 'desk', ?)""", rows);
        this.operations.update("insert into inboxes (inbox, last_place) values (?, ?)", this.inbox, MANY / 2);
        this.operations.execute("analyze");
    }

    @Test
    void countingTheUnreadOnes() {
        assertThat(rowsRead("select count(*) from notes where to_region = :region", Map.of("region", this.region)))
            .as("this finds out what reads all of them")
            .isGreaterThanOrEqualTo(MANY);
        assertThat(unread(this.reader)).isEqualTo(MANY / 2);
        assertThat(rowsRead(InboxReadMarks.UNREAD, Map.of("me", this.early, "inboxes", this.inbox))).isLessThan(FEW);
        this.reader.post("/api/notes/read", "").is(204);
        assertThat(unread(this.reader)).isZero();
        assertThat(rowsRead(InboxReadMarks.UNREAD, Map.of("me", this.early, "inboxes", this.inbox))).isLessThan(FEW);
        assertThat(exceptionsOf(this.early)).isZero();
    }

    @Test
    void listingAPage() {
        for (long readTo : new long[] { 0, MANY / 2 - 1, MANY / 2 }) {
            for (boolean unreadOnly : new boolean[] { false, true }) {
                List<Mark> marks = List.of(new Mark(this.inbox, 0, readTo, null), new Mark(this.early, 0, 0, null));
                assertThat(rowsRead(Notes.listing(2, unreadOnly), Notes.listed(this.early, marks, Long.MAX_VALUE, 51)))
                    .as("read to %d, unread only: %s", readTo, unreadOnly)
                    .isLessThan(FEW);
            }
        }
    }

    @Test
    void findingTheNewest() {
        assertThat(rowsRead(Notes.NEWEST, Map.of("inbox", this.inbox))).isLessThan(FEW);
        assertThat(rowsRead(Notes.NEWEST_OF_DESK, Map.of("inbox", this.inbox, "desk", "desk"))).isLessThan(FEW);
        assertThat(rowsRead("select count(*) from notes where call_id = :call", Map.of("call", UUID.randomUUID())))
            .isLessThan(FEW);
    }

    @Test
    void whatWasToldBeforeIsNotNewToWhoJoins() {
        Browser fresh = this.deskbell.browserOf(this.deskbell.admin().guide(this.region));
        assertThat(unread(fresh)).isZero();
        assertThat(fresh.get("/api/notes").each("id")).isEmpty();
        String moved = this.deskbell.admin().guide(this.deskbell.admin().region());
        Browser browser = this.deskbell.browserOf(moved);
        this.deskbell.admin()
            .browser()
            .patch("/api/admin/accounts/" + moved, Map.of("regions", List.of(this.region)))
            .is(200);
        browser.signIn(moved, io.deskbell.testing.Admin.PASSWORD).is(200);
        assertThat(unread(browser)).isZero();
        this.deskbell.admin()
            .browser()
            .post("/api/notes", Map.of("to", Map.of("region", this.region), "contents", "fresh news"))
            .is(201);
        assertThat(unread(browser)).isEqualTo(1);
        assertThat(unread(fresh)).isEqualTo(1);
        assertThat(browser.get("/api/notes").each("contents")).containsExactly("fresh news");
    }

    private int exceptionsOf(String username) {
        return this.jdbc.sql("select count(*) from note_reads where username = ?")
            .param(username)
            .query(Integer.class)
            .single();
    }

    private static int unread(Browser browser) {
        return browser.get("/api/notes", "limit", 1).is(200).json().path("unread").asInt();
    }

    private long rowsRead(String sql, Map<String, ?> params) {
        boolean h2 = Boolean.TRUE.equals(this.operations.execute(
                (java.sql.Connection connection) -> connection.getMetaData().getDatabaseProductName().equals("H2")));
        String explain = h2 ? "explain analyze " : "explain (analyze, format json) ";
        String plan = this.jdbc.sql(explain + sql).params(new HashMap<>(params)).query(String.class).single();
        if (h2) {
            return H2_SCAN.matcher(plan).results().mapToLong((scan) -> Long.parseLong(scan.group(1))).sum();
        }
        return scanned(new JsonMapper().readTree(plan).get(0).path("Plan"));
    }

    private static long scanned(JsonNode node) {
        long here = 0;
        if (node.has("Relation Name")) {
            double rows = node.path("Actual Rows").asDouble() + node.path("Rows Removed by Filter").asDouble(0);
            here = Math.round(rows * node.path("Actual Loops").asDouble());
        }
        for (JsonNode child : node.path("Plans")) {
            here += scanned(child);
        }
        return here;
    }

}

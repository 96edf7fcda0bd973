package io.deskbell.note;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/** An inbox of before, with what was read of it, becomes one with marks. */
class InboxMigrationTests {

    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

    private static final String ANN = "ann";

    private static final String BEN = "ben";

    private static final String LATE = "late";

    private JdbcClient jdbc;

    private int sent;

    DataSource database() {
        return new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    }

    @Test
    void whatIsReadStaysReadAndWhatIsUnreadStaysUnread() {
        DataSource database = database();
        this.jdbc = JdbcClient.create(database);
        flyway(database, "10").migrate();
        people();
        UUID ringing = call("RINGING", null);
        UUID answered = call("ENDED", ANN);
        UUID cancelled = call("CANCELLED", null);
        UUID first = note("TEXT", null);
        UUID second = note("MISSED", call("MISSED", null));
        UUID third = note("TEXT", null);
        UUID fourth = note("TEXT", null);
        UUID open = note("CALL", ringing);
        note("CALL", answered);
        note("CALL", cancelled);
        read(ANN, first, second, fourth, open);
        read(BEN, third);
        person(LATE, START.plusSeconds(this.sent));
        UUID last = note("TEXT", null);

        flyway(database, "13").migrate();

        InboxReadMarks marks = new InboxReadMarks(this.jdbc);
        String inbox = NoteView.To.inboxOf("seoul");
        assertThat(marks.unread(ANN, List.of(inbox, ANN))).as("third and last").isEqualTo(2);
        assertThat(marks.unread(BEN, List.of(inbox, BEN))).as("all but the third").isEqualTo(5);
        assertThat(marks.unread(LATE, List.of(inbox, LATE))).as("what came since").isEqualTo(1);
        assertThat(exceptions(ANN)).containsExactlyInAnyOrder(fourth, open);
        assertThat(exceptions(BEN)).containsExactly(third);
        assertThat(this.jdbc.sql("select id from notes where inbox = ? order by number")
            .param(inbox)
            .query(UUID.class)
            .list()).startsWith(first, second, third, fourth, open).endsWith(last).hasSize(8);
        assertThat(this.jdbc
            .sql("select outcome || ' ' || coalesce(outcome_guide, 'nobody') from notes"
                    + " where outcome is not null order by number")
            .query(String.class)
            .list()).containsExactly("ANSWERED " + ANN, "CANCELLED nobody");
        assertThat(this.jdbc.sql("select last_place from inboxes").query(Long.class).single()).isEqualTo(5);
        note("TEXT", null);
        assertThat(this.jdbc.sql("select max(number) from notes").query(Long.class).single()).isEqualTo(9);
    }

    private static Flyway flyway(DataSource database, String version) {
        return Flyway.configure().dataSource(database).target(MigrationVersion.fromVersion(version)).load();
    }

    private void people() {
        this.jdbc.sql("insert into regions (code, name, time_zone) values ('seoul', 'Seoul', 'Asia/Seoul')").update();
        this.jdbc
            .sql("insert into desks (code, name, region, languages, enabled) values ('d', 'd', 'seoul', 'ko', true)")
            .update();
        person(ANN, START.minusSeconds(9));
        person(BEN, START.minusSeconds(9));
    }

    private void person(String username, Instant since) {
        this.jdbc.sql("""
                insert into accounts (username, display_name, role, password_hash, enabled, max_calls, presence,
                created_at) values (?, 'x', 'GUIDE', 'x', true, 1, 'AWAY', ?)""")
            .params(username, since.atOffset(ZoneOffset.UTC))
            .update();
        this.jdbc.sql("insert into account_regions (username, region) values (?, 'seoul')").param(username).update();
    }

    private UUID call(String state, @Nullable String guide) {
        UUID id = UUID.randomUUID();
        this.jdbc.sql("""
                insert into calls (id, desk, region, request_id, language, state, guide, guide_name, ring_at, on_duty,
                alerts_sent, alerts_seen, version) values (:id, 'd', 'seoul', :request, 'ko', :state, :guide, :guide,
                :now, 0, 0, 0, 0)""")
            .param("id", id)
            .param("request", id.toString())
            .param("state", state)
            .param("guide", guide)
            .param("now", START.atOffset(ZoneOffset.UTC))
            .update();
        return id;
    }

    private UUID note(String kind, @Nullable UUID call) {
        UUID id = UUID.randomUUID();
        this.jdbc.sql("insert into notes (id, kind, to_region, call_id, contents, sent_at) values (?, ?, ?, ?, 'x', ?)")
            .params(id, kind, "seoul", call, START.plusSeconds(this.sent++).atOffset(ZoneOffset.UTC))
            .update();
        return id;
    }

    private void read(String username, UUID... notes) {
        for (UUID note : notes) {
            this.jdbc.sql("insert into note_reads (note_id, username, read_at) values (?, ?, ?)")
                .params(note, username, START.atOffset(ZoneOffset.UTC))
                .update();
        }
    }

    private List<UUID> exceptions(String username) {
        return this.jdbc.sql("select note_id from note_reads where username = ?")
            .param(username)
            .query(UUID.class)
            .list();
    }

}

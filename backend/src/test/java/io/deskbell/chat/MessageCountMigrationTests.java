package io.deskbell.chat;

import java.time.Instant;
import java.time.OffsetDateTime;
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

/** Calls of before get the number of their messages. */
class MessageCountMigrationTests {

    private static final OffsetDateTime NOW = Instant.parse("2026-11-01T00:00:00Z").atOffset(ZoneOffset.UTC);

    private JdbcClient jdbc;

    DataSource database() {
        return new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    }

    @Test
    void callsThatAreOverHaveTheirCount() {
        DataSource database = database();
        this.jdbc = JdbcClient.create(database);
        flyway(database, "21").migrate();
        this.jdbc.sql("insert into regions (code, name, time_zone) values ('r', 'r', 'Asia/Seoul')").update();
        this.jdbc.sql("insert into desks (code, name, region, languages, enabled) values ('d', 'd', 'r', 'ko', true)")
            .update();
        call("ENDED", NOW, 3);
        call("MISSED", NOW, 0);
        call("ENDED", NOW, 2);
        call("ACTIVE", null, 1);

        flyway(database, "24").migrate();

        assertThat(this.jdbc.sql("select messages from calls order by number")
            .query((row, number) -> row.getObject(1, Integer.class))
            .list()).containsExactly(3, 0, 2, null);
    }

    private static Flyway flyway(DataSource database, String version) {
        return Flyway.configure().dataSource(database).target(MigrationVersion.fromVersion(version)).load();
    }

    private void call(String state, @Nullable OffsetDateTime endedAt, int messages) {
        UUID id = UUID.randomUUID();
        this.jdbc.sql("""
                insert into calls (id, desk, region, request_id, language, state, ring_at, ended_at, on_duty,
                alerts_sent, alerts_seen, version) values (:id, 'd', 'r', :request, 'ko', :state, :now, :end, 0, 0, 0,
                0)""")
            .param("id", id)
            .param("request", id.toString())
            .param("state", state)
            .param("now", NOW)
            .param("end", endedAt)
            .update();
        long number = this.jdbc.sql("select number from calls where id = ?").param(id).query(Long.class).single();
        for (int seq = 1; seq <= messages; seq++) {
            this.jdbc.sql("""
                    insert into messages (id, call_id, seq, client_id, username, display_name, contents, sent_at)
                    values (?, ?, ?, 'c', 'desk:d', 'd', 'x', ?)""")
                .params(List.of((number << 24) | seq, id, seq, NOW))
                .update();
        }
    }

}

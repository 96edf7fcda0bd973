package io.deskbell.history.statistics;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import io.deskbell.history.statistics.RandomCalls.Row;
import io.deskbell.testing.Browser;
import io.deskbell.testing.Deskbell;
import io.deskbell.testing.DeskbellServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever has an export can work out each figure of the statistics again. */
@DeskbellServer
class StatisticsFromExportIT {

    private static final int CALLS = 120;

    private static final int SEQ_BITS = 24;

    private static final Instant FROM = Instant.parse("2014-03-26T23:00:00Z");

    private static final Instant TO = Instant.parse("2014-04-02T22:00:00Z");

    private final JsonMapper mapper = new JsonMapper();

    @Autowired
    private Deskbell deskbell;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private JdbcClient client;

    /** The time has a day of 23 hours in it. */
    @Test
    void eachFigureIsThatOfTheExport() {
        String region = this.deskbell.admin().region();
        addCalls(region, this.deskbell.admin().desk(region));
        Browser admin = this.deskbell.admin().browser();
        List<JsonNode> lines = admin
            .get("/api/admin/calls/export", "format", "ndjson", "reason", "statistics", "region", region)
            .is(200)
            .body()
            .lines()
            .map(this.mapper::readTree)
            .toList();
        assertThat(lines.getLast().path("calls").asInt()).isEqualTo(CALLS);
        List<Row> exported = lines.subList(0, CALLS).stream().map(StatisticsFromExportIT::row).toList();
        JsonNode statistics = admin
            .get("/api/admin/stats", "from", FROM, "to", TO, "region", region, "zone", "Europe/Berlin")
            .is(200)
            .json();
        assertThat(exported.stream().mapToInt(Row::messages).sum()).isPositive();
        new NaiveFigures(exported).areIn(statistics.path("total"));
        assertThat(statistics.path("buckets")).hasSize(7);
        for (JsonNode day : statistics.path("buckets")) {
            Instant from = Instant.parse(day.path("from").asString());
            Instant to = Instant.parse(day.path("to").asString());
            new NaiveFigures(exported.stream()
                .filter((call) -> !call.ringAt().isBefore(from) && call.ringAt().isBefore(to))
                .toList()).areIn(day);
        }
    }

    private static Row row(JsonNode call) {
        JsonNode stars = call.at("/rating/stars");
        return new Row(Instant.parse(call.path("ringAt").asString()), time(call.path("acceptedAt")),
                Instant.parse(call.path("endedAt").asString()), call.path("state").asString(),
                stars.isNumber() ? stars.asInt() : null, call.path("messages").size(), call.at("/desk/code").asString(),
                null, call.path("language").asString());
    }

    private static @Nullable Instant time(JsonNode time) {
        return time.isNull() ? null : Instant.parse(time.asString());
    }

    private void addCalls(String region, String desk) {
        List<Row> rows = new RandomCalls(14, List.of(desk), FROM, TO).make(CALLS);
        RandomCalls.insert(this.client, region, rows);
        List<Long> numbers = this.jdbc.queryForList("select number from calls where region = ? order by number",
                Long.class, region);
        for (int i = 0; i < CALLS; i++) {
            addMessages(numbers.get(i), rows.get(i));
        }
    }

    private void addMessages(long number, Row call) {
        UUID id = this.jdbc.queryForObject("select id from calls where number = ?", UUID.class, number);
        this.jdbc.batchUpdate("""
                insert into messages (id, call_id, seq, client_id, username, display_name, contents, sent_at)
                values (?, ?, ?, ?, ?, 'Desk', 'text', ?)""", IntStream.rangeClosed(1, call.messages())
            .mapToObj((seq) -> new Object[] { (number << SEQ_BITS) | seq, id, seq, "c-" + seq, "desk:" + call.desk(),
                    call.ringAt().plus(Duration.ofSeconds(seq)).atOffset(ZoneOffset.UTC) })
            .toList());
    }

}

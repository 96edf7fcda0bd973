package io.deskbell.history.statistics;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.deskbell.history.statistics.RandomCalls.Row;
import io.deskbell.testing.Admin;
import io.deskbell.testing.Browser;
import io.deskbell.testing.Deskbell;
import io.deskbell.testing.DeskbellServer;
import io.deskbell.testing.HttpAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Statistics against what a reader of their definitions would work out. */
@DeskbellServer
public class StatisticsIT {

    private static final int CALLS = 150;

    @Autowired
    private Deskbell deskbell;

    @Autowired
    private JdbcClient jdbc;

    private String region;

    private List<Row> rows;

    /**
     * Each with a day of 23, 25 or 24 hours in it. Each at a time of its own: numbers
     * grow with time.
     */
    @ParameterizedTest
    @CsvSource({ "America/New_York, 2015-03-05", "Europe/Berlin, 2015-10-22", "Asia/Seoul, 2015-06-01",
            "Australia/Lord_Howe, 2015-04-02" })
    void areWhatTheirDefinitionsSay(String zone, String first) {
        Period week = week(zone, first);
        callsIn(week);
        Period within = new Period(week.from().plus(Duration.ofMinutes(1234)), week.to().minusSeconds(4321),
                week.zone());
        for (Period period : List.of(week, within)) {
            for (String bucket : List.of("day", "hour")) {
                JsonNode answer = ask("", period, bucket);
                new NaiveFigures(rungIn(period.from(), period.to())).areIn(answer.path("total"));
                haveNoGap(answer.path("buckets"), period, bucket);
                answer.path("buckets")
                    .forEach((each) -> new NaiveFigures(rungIn(time(each, "from"), time(each, "to"))).areIn(each));
            }
        }
        assertThat(ask("", week, "day").path("buckets")).hasSize(8);
        assertThat(ask("", week, "hour").path("buckets"))
            .hasSizeGreaterThanOrEqualTo((int) Duration.between(week.from(), week.to()).toHours());
    }

    @Test
    void tellWhatTheyAreMadeOf() {
        Period week = week("Europe/Berlin", "2016-03-23");
        callsIn(week);
        JsonNode answer = ask("/details", week, "day");
        assertThat(answer.path("buckets")).isEqualTo(ask("", week, "day").path("buckets"));
        assertThat(time(answer.path("before"), "from")).isEqualTo(week("Europe/Berlin", "2016-03-15").from());
        assertThat(time(answer.path("before"), "to")).isEqualTo(week.from());
        assertThat(answer.path("before").path("buckets")).hasSize(8);
        IntStream.range(0, 7)
            .forEach((day) -> IntStream.range(0, 24)
                .forEach((hour) -> assertThat(answer.path("hours").path(day).path(hour).asLong())
                    .isEqualTo(count((call) -> isAt(call, week.zone(), day + 1, hour)))));
        answer.path("secondsToAnswer")
            .forEach((each) -> assertThat(each.path("calls").asLong())
                .isEqualTo(count((call) -> isAnsweredWithin(call, each))));
        answer.path("stars")
            .forEach((each) -> assertThat(each.path("calls").asLong())
                .isEqualTo(count((call) -> Objects.equals(call.stars(), each.path("stars").asInt()))));
        groups(answer.path("desks"), Row::desk);
        groups(answer.path("guides"), Row::guide);
        groups(answer.path("languages"), Row::language);
        assertThat(answer.path("regions").findValuesAsString("code")).containsExactly(this.region);
    }

    /** Whoever presses a figure sees as many calls as it says. */
    @Test
    void eachFigureOpensTheCallsItIsMadeOf() {
        Period week = week("America/New_York", "2016-10-31");
        callsIn(week);
        opens(week, this.rows.size());
        opens(week, count((call) -> call.acceptedAt() != null), "answered", "true");
        opens(week, count((call) -> call.acceptedAt() == null), "answered", "false");
        opens(week, count((call) -> call.state().equals("MISSED")), "state", "MISSED");
        opens(week, count((call) -> call.language().equals("zh-TW")), "language", "zh-TW");
        opens(week, count((call) -> Objects.equals(call.stars(), 5)), "stars", "5");
        opens(week, count((call) -> call.stars() != null), "rated", "true");
        JsonNode answer = ask("/details", week, "day");
        answer.path("secondsToAnswer")
            .forEach((each) -> opens(week, each.path("calls").asLong(), each.path("to").isNull()
                    ? new Object[] { "answeredFrom", each.path("from").asInt(), "answered", "true" } : new Object[] {
                            "answeredFrom", each.path("from").asInt(), "answeredTo", each.path("to").asInt() }));
        for (int day = 0; day < 7; day++) {
            for (int hour = 0; hour < 24; hour += 5) {
                opens(week, answer.path("hours").path(day).path(hour).asLong(), "weekday", day + 1, "hour", hour,
                        "zone", week.zone().getId());
            }
        }
    }

    /** Those of two weeks. */
    @Test
    void pagesOfAnHourOfTheWeekFollowEachOther() {
        Period first = week("Asia/Seoul", "2016-07-04");
        callsIn(new Period(first.from(), first.from().plus(Duration.ofHours(1)), first.zone()));
        List<Row> all = new ArrayList<>(this.rows);
        this.rows = new RandomCalls(1, List.of(this.rows.getFirst().desk()), first.from().plus(Duration.ofDays(7)),
                first.from().plus(Duration.ofDays(7)).plus(Duration.ofHours(2)))
            .make(CALLS);
        RandomCalls.insert(this.jdbc, this.region, this.rows);
        all.addAll(this.rows);
        Object[] query = { "region", this.region, "from", first.from(), "to", first.to(), "weekday", 1, "hour", 0,
                "limit", 70, "zone", "Asia/Seoul" };
        List<String> ids = new ArrayList<>();
        String next = null;
        do {
            HttpAnswer page = this.deskbell.admin()
                .browser()
                .get("/api/admin/calls", (next != null) ? with(query, "cursor", next) : query)
                .is(200);
            ids.addAll(page.each("id"));
            next = page.next();
        }
        while (next != null);
        assertThat(ids).doesNotHaveDuplicates()
            .hasSize((int) all.stream().filter((call) -> isAt(call, first.zone(), 1, 0)).count());
    }

    @Test
    void refuseWhatDoesNotFit() {
        Browser admin = this.deskbell.admin().browser();
        for (String path : List.of("/api/admin/stats", "/api/admin/stats/details")) {
            admin.get(path, "zone", "Mars/Olympus").names("zone");
            admin.get(path, "zone", "+09:00").names("zone");
            admin.get(path, "bucket", "week").names("bucket");
            admin.get(path, "bucket", "DAY").names("bucket");
            admin.get(path, "from", "2026-01-02T00:00:00Z", "to", "2026-01-01T00:00:00Z").names("to");
            admin.get(path, "from", "2026-01-01T00:00:00Z", "to", "2026-01-01T00:00:00Z").names("to");
            admin.get(path, "from", "9999-01-01T00:00:00Z").names("from");
            admin.get(path, "from", "2020-01-01T00:00:00Z", "to", "2026-01-01T00:00:00Z", "bucket", "hour")
                .names("bucket");
            admin.get(path, "from", "1970-01-01T00:00:00Z", "to", "9999-12-31T00:00:00Z").names("bucket");
        }
        admin.get("/api/admin/calls", "hour", "24").names("hour");
        admin.get("/api/admin/calls", "hour", "5").names("weekday");
        admin.get("/api/admin/calls", "weekday", "5").names("hour");
        admin.get("/api/admin/calls", "hour", "5", "weekday", "5").names("from");
        admin
            .get("/api/admin/calls", "hour", "5", "weekday", "5", "from", "2000-01-01T00:00:00Z", "to",
                    "2026-01-01T00:00:00Z")
            .names("from");
        admin.get("/api/admin/calls", "stars", "6").names("stars");
        admin.get("/api/admin/calls", "zone", "Mars/Olympus").names("zone");
    }

    @Test
    void areOfTheLastSevenDaysUnlessSaidElse() {
        JsonNode answer = this.deskbell.admin().browser().get("/api/admin/stats").is(200).json();
        assertThat(answer.path("buckets")).hasSize(7);
        assertThat(answer.path("zone").asString()).isEqualTo("UTC");
        assertThat(answer.path("bucket").asString()).isEqualTo("day");
    }

    @Test
    void areForAdmins() {
        Admin admin = this.deskbell.admin();
        String mine = admin.region();
        for (String path : List.of("/api/admin/stats", "/api/admin/stats/details")) {
            this.deskbell.browserOf(admin.guide(mine)).get(path).isProblem(403, "FORBIDDEN");
            this.deskbell.browserOfDesk(admin.desk(mine)).get(path).isProblem(403, "FORBIDDEN");
            this.deskbell.browser().get(path).is(401);
        }
    }

    private void callsIn(Period week) {
        Admin admin = this.deskbell.admin();
        this.region = admin.region();
        this.rows = new RandomCalls(week.from().toEpochMilli(),
                List.of(admin.desk(this.region), admin.desk(this.region)), week.from(), week.to())
            .make(CALLS);
        RandomCalls.insert(this.jdbc, this.region, this.rows);
    }

    private JsonNode ask(String path, Period period, String bucket) {
        return this.deskbell.admin()
            .browser()
            .get("/api/admin/stats" + path, "from", period.from(), "to", period.to(), "region", this.region, "bucket",
                    bucket, "zone", period.zone().getId())
            .is(200)
            .json();
    }

    private void opens(Period week, long calls, Object... filter) {
        Object[] query = with(filter, "region", this.region, "from", week.from(), "to", week.to(), "limit", 200);
        assertThat(this.deskbell.admin().browser().get("/api/admin/calls", query).is(200).json().path("items"))
            .as("%s", List.of(filter))
            .hasSize((int) calls);
    }

    private static Object[] with(Object[] query, Object... more) {
        return Stream.of(query, more).flatMap(Arrays::stream).toArray();
    }

    private void groups(JsonNode groups, Function<Row, String> what) {
        Map<String, List<Row>> expected = this.rows.stream()
            .filter((call) -> what.apply(call) != null)
            .collect(Collectors.groupingBy(what));
        assertThat(groups.findValuesAsString("code")).containsExactlyInAnyOrderElementsOf(expected.keySet());
        groups.forEach((group) -> new NaiveFigures(expected.get(group.path("code").asString())).areIn(group));
    }

    private long count(Predicate<Row> which) {
        return this.rows.stream().filter(which).count();
    }

    private static boolean isAt(Row call, ZoneId zone, int weekday, int hour) {
        ZonedDateTime rung = call.ringAt().atZone(zone);
        return rung.getDayOfWeek().getValue() == weekday && rung.getHour() == hour;
    }

    private static boolean isAnsweredWithin(Row call, JsonNode bounds) {
        if (call.acceptedAt() == null) {
            return false;
        }
        Duration waited = Duration.between(call.ringAt(), call.acceptedAt());
        return waited.compareTo(Duration.ofSeconds(bounds.path("from").asInt())) >= 0
                && (bounds.path("to").isNull() || waited.compareTo(Duration.ofSeconds(bounds.path("to").asInt())) < 0);
    }

    private List<Row> rungIn(Instant from, Instant to) {
        return this.rows.stream()
            .filter((call) -> !call.ringAt().isBefore(from) && call.ringAt().isBefore(to))
            .toList();
    }

    private static void haveNoGap(JsonNode buckets, Period period, String bucket) {
        Instant next = period.from();
        for (JsonNode each : buckets) {
            Instant from = time(each, "from");
            assertThat(from).isEqualTo(next);
            ZonedDateTime start = from.atZone(period.zone());
            boolean whole = bucket.equals("day") ? start.equals(start.toLocalDate().atStartOfDay(period.zone()))
                    : start.getMinute() == 0
                            || !start.getOffset().equals(from.minusMillis(1).atZone(period.zone()).getOffset());
            assertThat(whole || from.equals(period.from())).as("%s", start).isTrue();
            next = time(each, "to");
        }
        assertThat(next).isEqualTo(period.to());
    }

    private static Instant time(JsonNode of, String name) {
        return Instant.parse(of.path(name).asString());
    }

    /** Eight days. */
    private static Period week(String zone, String first) {
        ZoneId where = ZoneId.of(zone);
        LocalDate day = LocalDate.parse(first);
        return new Period(day.atStartOfDay(where).toInstant(), day.plusDays(8).atStartOfDay(where).toInstant(), where);
    }

}

package io.deskbell.history.statistics;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.IntStream;

import io.deskbell.shared.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Hours and days by the clock of a zone, also where it is put forward or back. */
class BucketsTests {

    @ParameterizedTest
    @CsvSource({ "Asia/Seoul, 2025-11-02, 24", "America/New_York, 2025-11-02, 25", "America/New_York, 2025-03-09, 23",
            "Europe/Berlin, 2025-10-26, 25", "Europe/Berlin, 2025-03-30, 23", "Asia/Kolkata, 2025-03-30, 24" })
    void aDayHasAsManyHoursAsItHas(String zone, String day, int hours) {
        Period period = day(zone, day);
        assertThat(Buckets.days(period).count()).isOne();
        Buckets buckets = Buckets.hours(period);
        assertThat(buckets.count()).isEqualTo(hours);
        assertThat(IntStream.range(0, hours).mapToObj((i) -> Duration.between(buckets.from(i), buckets.to(i))))
            .containsOnly(Duration.ofHours(1));
        assertThat(IntStream.range(0, hours).mapToObj((i) -> buckets.from(i).atZone(period.zone()).getMinute()))
            .containsOnly(0);
    }

    /** There a clock is put forward and back by half an hour. */
    @Test
    void anHourBeginsWhereTheClockIsPutToHalfPast() {
        ZoneId zone = ZoneId.of("Australia/Lord_Howe");
        assertThat(starts(Buckets.hours(day(zone.getId(), "2025-04-06"))).stream()
            .map((start) -> start.atZone(zone))
            .limit(4)
            .map((start) -> start.toLocalTime() + " " + start.getOffset()))
            .containsExactly("00:00 +11:00", "01:00 +11:00", "01:30 +10:30", "02:00 +10:30");
        assertThat(starts(Buckets.hours(day(zone.getId(), "2025-10-05"))).stream()
            .map((start) -> start.atZone(zone).toLocalTime().toString())
            .limit(4)).containsExactly("00:00", "01:00", "02:30", "03:00");
    }

    @Test
    void theFirstAndTheLastEndWithThePeriod() {
        Period period = period("2025-11-01T10:20:30Z", "2025-11-03T01:00:00.500Z", "Asia/Seoul");
        assertThat(starts(Buckets.days(period))).containsExactly(period.from(), Instant.parse("2025-11-01T15:00:00Z"),
                Instant.parse("2025-11-02T15:00:00Z"));
        Buckets hours = Buckets.hours(period);
        assertThat(hours.from(1)).isEqualTo(Instant.parse("2025-11-01T11:00:00Z"));
        assertThat(hours.to(hours.count() - 1)).isEqualTo(period.to());
    }

    /** Samoa had no 30 December 2011. */
    @Test
    void aDayThatAZoneLeavesOutIsNone() {
        assertThat(starts(Buckets.days(period("2011-12-29T10:00:00Z", "2012-01-01T10:00:00Z", "Pacific/Apia"))))
            .hasSize(3);
    }

    @Test
    void moreThanAYearOfHoursIsTooMuch() {
        Period years = period("2024-01-01T00:00:00Z", "2026-01-01T00:00:00Z", "UTC");
        assertThat(Buckets.days(years).count()).isEqualTo(731);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Buckets.hours(years))
            .satisfies((refusal) -> assertThat(refusal.getErrors()).extracting("field").containsExactly("bucket"));
    }

    @Test
    void beforeWholeDaysThereAreAsManyDays() {
        Period week = new Period(midnight("2025-10-27"), midnight("2025-11-03"), ZoneId.of("America/New_York"));
        assertThat(week.before().from()).isEqualTo(midnight("2025-10-20"));
        Period next = new Period(midnight("2025-11-03"), midnight("2025-11-10"), ZoneId.of("America/New_York"));
        assertThat(next.before()).isEqualTo(week);
        Period hours = period("2025-11-03T10:00:00Z", "2025-11-03T12:00:00Z", "America/New_York");
        assertThat(hours.before().from()).isEqualTo(Instant.parse("2025-11-03T08:00:00Z"));
    }

    @Test
    void whatIsNotSaidIsTheLastSevenDays() {
        Period period = Period.of(null, null, "Asia/Seoul", Instant.parse("2025-11-07T03:00:00Z"));
        assertThat(period.from()).isEqualTo(Instant.parse("2025-10-31T15:00:00Z"));
        assertThat(Buckets.days(period).count()).isEqualTo(7);
    }

    private static Instant midnight(String day) {
        return LocalDate.parse(day).atStartOfDay(ZoneId.of("America/New_York")).toInstant();
    }

    private static List<Instant> starts(Buckets buckets) {
        return IntStream.range(0, buckets.count()).mapToObj(buckets::from).toList();
    }

    private static Period day(String zone, String day) {
        ZonedDateTime start = LocalDate.parse(day).atStartOfDay(ZoneId.of(zone));
        return new Period(start.toInstant(), start.plusDays(1).toInstant(), ZoneId.of(zone));
    }

    private static Period period(String from, String to, String zone) {
        return new Period(Instant.parse(from), Instant.parse(to), ZoneId.of(zone));
    }

}

package io.deskbell.region;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.deskbell.region.OpeningHours.Day;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** When a region is open; in 2027, whose first day is a Friday. */
class OpeningScheduleTests {

    private static final Instant NEW_YEAR = Instant.parse("2027-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({ "2027-01-04T08:59:59.999, false, 2027-01-04T09:00", "2027-01-04T09:00, true,",
            "2027-01-04T11:59:59.999, true,", "2027-01-04T12:00, false, 2027-01-04T13:00", "2027-01-04T17:59, true,",
            "2027-01-04T18:00, false, 2027-01-08T09:00", "2027-01-08T18:00, false, 2027-01-11T09:00",
            "2027-01-09T10:00, false, 2027-01-11T09:00" })
    void hoursCountInTheRegionsOwnTimeZone(LocalDateTime local, boolean open, @Nullable LocalDateTime opens) {
        // The order in which an admin gave them does not matter.
        OpeningSchedule opening = opening("Asia/Seoul", "FRI 09:00-18:00", "MON 13:00-18:00", "MON 09:00-12:00");
        assertOpening(opening, at(opening, local), open, (opens != null) ? at(opening, opens) : null);
    }

    @Test
    void midnightIsTheStartOfTheNextDay() {
        OpeningSchedule opening = opening("Asia/Seoul", "SUN 22:00-24:00", "MON 00:00-02:00");
        assertThat(opening.isOpenAt(at(opening, "2027-01-10T23:59:59.999"))).isTrue();
        assertThat(opening.isOpenAt(at(opening, "2027-01-11T00:00"))).isTrue();
        assertOpening(opening, at(opening, "2027-01-11T02:00"), false, at(opening, "2027-01-17T22:00"));
        OpeningSchedule untilMidnight = opening("Asia/Seoul", "SUN 22:00-24:00");
        assertThat(untilMidnight.isOpenAt(at(opening, "2027-01-10T23:59:59.999"))).isTrue();
        assertOpening(untilMidnight, at(opening, "2027-01-11T00:00"), false, at(opening, "2027-01-17T22:00"));
    }

    @Test
    void withoutHoursItIsAlwaysOpen() {
        OpeningSchedule always = new OpeningSchedule(null, List.of(), ZoneId.of("Europe/Berlin"));
        for (Instant at = NEW_YEAR; at.isBefore(NEW_YEAR.plus(Duration.ofDays(365))); at = at.plusSeconds(900)) {
            assertThat(always.isOpenAt(at)).as("%s", at).isTrue();
        }
        assertThat(always.opensAfter(NEW_YEAR)).isEmpty();
    }

    @Test
    void withoutASingleSpanItNeverOpens() {
        assertOpening(opening("Asia/Seoul"), NEW_YEAR, false, null);
    }

    @Test
    void aHolidayIsClosedAllDay() {
        OpeningSchedule opening = new OpeningSchedule(null, List.of(LocalDate.of(2027, 1, 1)), ZoneId.of("Asia/Seoul"));
        assertThat(opening.isOpenAt(at(opening, "2026-12-31T23:59:59.999"))).isTrue();
        assertOpening(opening, at(opening, "2027-01-01T00:00"), false, at(opening, "2027-01-02T00:00"));
        assertOpening(opening, at(opening, "2027-01-01T23:59:59.999"), false, at(opening, "2027-01-02T00:00"));
        assertThat(opening.isOpenAt(at(opening, "2027-01-02T00:00"))).isTrue();
    }

    @Test
    void opensAfterAnyNumberOfHolidays() {
        List<LocalDate> mondays = Stream.iterate(LocalDate.of(2027, 1, 4), (day) -> day.plusWeeks(1))
            .limit(200)
            .toList();
        OpeningSchedule opening = new OpeningSchedule(List.of(hours("MON 09:00-10:00")), mondays,
                ZoneId.of("Europe/Berlin"));
        assertOpening(opening, NEW_YEAR, false, at(opening, mondays.getLast().plusWeeks(1) + "T09:00"));
    }

    @ParameterizedTest
    @CsvSource({ "Europe/Berlin, 2027-03-28, 2027-03-28T01:00:00Z",
            "America/New_York, 2027-03-14, 2027-03-14T07:00:00Z" })
    void aBeginningThatTheClockSkipsIsWhenItSkips(String zone, LocalDate date, Instant change) {
        OpeningSchedule opening = opening(zone, "SUN 02:30-03:15");
        assertOpening(opening, change.minusMillis(1), false, change);
        assertThat(opening.isOpenAt(change)).isTrue();
        assertThat(opening.isOpenAt(change.plusSeconds(899))).isTrue();
        assertThat(opening.isOpenAt(change.plusSeconds(900))).isFalse();
        OpeningSchedule before = opening(zone, "SUN 01:00-02:30");
        assertThat(before.isOpenAt(change.minusMillis(1))).isTrue();
        assertOpening(before, change, false, at(opening, date.plusWeeks(1) + "T01:00"));
    }

    @ParameterizedTest
    @CsvSource({ "Europe/Berlin, 2027-03-28, 2027-03-28T01:00:00Z",
            "America/New_York, 2027-03-14, 2027-03-14T07:00:00Z" })
    void aSpanThatTheClockSkipsAltogetherIsNextWeek(String zone, LocalDate date, Instant change) {
        OpeningSchedule opening = opening(zone, "SUN 02:10-02:50");
        assertOpening(opening, change, false, at(opening, date.plusWeeks(1) + "T02:10"));
    }

    @ParameterizedTest
    @CsvSource({ "Europe/Berlin, 2027-10-31T00:30:00Z, 2027-10-31T01:30:00Z",
            "America/New_York, 2027-11-07T05:30:00Z, 2027-11-07T06:30:00Z" })
    void whatTheClockShowsTwiceBeginsTheFirstTimeAndEndsTheSecond(String zone, Instant firstHalf, Instant secondHalf) {
        String hour = firstHalf.atZone(ZoneId.of(zone)).toLocalTime().toString();
        OpeningSchedule from = opening(zone, "SUN " + hour + "-12:00");
        assertOpening(from, firstHalf.minusMillis(1), false, firstHalf);
        assertThat(from.isOpenAt(firstHalf)).isTrue();
        assertThat(from.isOpenAt(secondHalf.minusMillis(1))).isTrue();
        OpeningSchedule to = opening(zone, "SUN 00:00-" + hour);
        assertThat(to.isOpenAt(firstHalf)).isTrue();
        assertThat(to.isOpenAt(secondHalf.minusMillis(1))).isTrue();
        assertThat(to.isOpenAt(secondHalf)).isFalse();
    }

    @Test
    void aDayThatBeginsAtOneIsOpenFromThen() {
        // In Cairo the clock skips the first hour of 30 April 2027.
        OpeningSchedule opening = opening("Africa/Cairo", "FRI 00:00-24:00");
        assertOpening(opening, Instant.parse("2027-04-29T21:59:59.999Z"), false, Instant.parse("2027-04-29T22:00:00Z"));
        assertThat(opening.isOpenAt(Instant.parse("2027-04-29T22:00:00Z"))).isTrue();
        assertOpening(opening("Africa/Cairo", "THU 00:00-24:00"), Instant.parse("2027-04-29T22:00:00Z"), false,
                Instant.parse("2027-05-05T21:00:00Z"));
    }

    /** Away from the hours that are there twice. */
    @ParameterizedTest
    @ValueSource(
            strings = { "Asia/Seoul", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu" })
    void isOpenExactlyWhenTheClockOnTheWallSaysSo(String zone) {
        OpeningSchedule opening = opening(zone, "SUN 01:45-02:30", "SUN 03:10-24:00", "MON 00:00-00:20",
                "SAT 23:59-24:00");
        for (Instant at = NEW_YEAR; at.isBefore(NEW_YEAR.plus(Duration.ofDays(365))); at = at.plusSeconds(300)) {
            ZonedDateTime local = at.atZone(opening.zone());
            if (opening.zone().getRules().getValidOffsets(local.toLocalDateTime()).size() == 1) {
                assertThat(opening.isOpenAt(at)).as("%s", local).isEqualTo(saysTheWall(local));
            }
            Instant now = at;
            opening.opensAfter(at).ifPresent((opens) -> {
                assertThat(opens).isAfter(now);
                assertThat(opening.isOpenAt(opens)).isTrue();
                assertThat(opening.isOpenAt(opens.minusMillis(1))).isFalse();
            });
        }
    }

    private static boolean saysTheWall(ZonedDateTime local) {
        LocalTime time = local.toLocalTime();
        boolean sunday = !time.isBefore(LocalTime.of(3, 10))
                || (!time.isBefore(LocalTime.of(1, 45)) && time.isBefore(LocalTime.of(2, 30)));
        return (local.getDayOfWeek() == DayOfWeek.SUNDAY && sunday)
                || (local.getDayOfWeek() == DayOfWeek.MONDAY && time.isBefore(LocalTime.of(0, 20)))
                || (local.getDayOfWeek() == DayOfWeek.SATURDAY && !time.isBefore(LocalTime.of(23, 59)));
    }

    @Test
    void knowsSinceWhenItIsOpenWithoutABreak() {
        OpeningSchedule opening = opening("Asia/Seoul", "SUN 22:00-24:00", "MON 00:00-02:00", "MON 02:00-03:00");
        Instant at = at(opening, "2027-01-11T02:30");
        assertThat(opening.openSince(at, NEW_YEAR)).isEqualTo(at(opening, "2027-01-10T22:00"));
        assertThat(opening.openSince(at, at.minusSeconds(60))).isBeforeOrEqualTo(at.minusSeconds(60));
        assertThat(opening.openSince(at(opening, "2027-01-10T22:00"), NEW_YEAR))
            .isEqualTo(at(opening, "2027-01-10T22:00"));
        OpeningSchedule always = new OpeningSchedule(null, List.of(), ZoneId.of("Asia/Seoul"));
        assertThat(always.openSince(NEW_YEAR, NEW_YEAR.minusSeconds(60))).isBeforeOrEqualTo(NEW_YEAR.minusSeconds(60));
    }

    private static void assertOpening(OpeningSchedule opening, Instant at, boolean open, @Nullable Instant opens) {
        assertThat(opening.isOpenAt(at)).as("open at %s", at).isEqualTo(open);
        assertThat(opening.opensAfter(at).orElse(null)).as("opens after %s", at).isEqualTo(opens);
    }

    private static OpeningSchedule opening(String zone, String... hours) {
        return new OpeningSchedule(Arrays.stream(hours).map(OpeningScheduleTests::hours).toList(), List.of(),
                ZoneId.of(zone));
    }

    private static OpeningHours hours(String line) {
        String[] parts = line.split("[ -]", -1);
        return new OpeningHours(Day.valueOf(parts[0]), parts[1], parts[2]);
    }

    private static Instant at(OpeningSchedule opening, String local) {
        return at(opening, LocalDateTime.parse(local));
    }

    private static Instant at(OpeningSchedule opening, LocalDateTime local) {
        return local.atZone(opening.zone()).toInstant();
    }

}

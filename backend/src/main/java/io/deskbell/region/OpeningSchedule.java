package io.deskbell.region;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * When a region is open, in its local time. Computed for each query, since hours,
 * holidays and time zone rules change.
 *
 * @param hours null for always, except on holidays
 * @param holidays dates on which it is closed all day
 */
public record OpeningSchedule(@Nullable List<OpeningHours> hours, List<LocalDate> holidays, ZoneId zone) {

    public boolean isOpenAt(Instant at) {
        return around(at).anyMatch((span) -> span.holds(at));
    }

    /** When it opens next; empty while it is open, or if it never opens again. */
    public Optional<Instant> opensAfter(Instant at) {
        if (isOpenAt(at)) {
            return Optional.empty();
        }
        // Each holiday may fall on a week's only open day; a DST change may take another.
        long days = 7L * (this.holidays.size() + 3);
        return Stream.iterate(dateAt(at), (date) -> date.plusDays(1))
            .limit(days)
            .flatMap(this::spans)
            .map(Span::from)
            .filter((from) -> from.isAfter(at))
            .findFirst();
    }

    /**
     * Since when it has been open without a break.
     * @param at a moment at which it is open
     * @param earliest how far back to look
     */
    public Instant openSince(Instant at, Instant earliest) {
        Instant since = at;
        Optional<Instant> before = Optional.of(at);
        while (before.isPresent() && since.isAfter(earliest)) {
            since = before.get();
            before = reaching(since);
        }
        return since;
    }

    private Optional<Instant> reaching(Instant at) {
        return around(at).filter((span) -> span.from().isBefore(at) && !span.to().isBefore(at))
            .map(Span::from)
            .min(Comparator.naturalOrder());
    }

    /** A span may reach into the next date if clocks go back at midnight. */
    private Stream<Span> around(Instant at) {
        return Stream.of(-1, 0, 1).flatMap((days) -> spans(dateAt(at).plusDays(days)));
    }

    private Stream<Span> spans(LocalDate date) {
        return this.holidays.contains(date) ? Stream.empty()
                : hoursOf(date)
                    .map((span) -> new Span(moment(at(date, span.from()), false), moment(at(date, span.to()), true)))
                    .sorted(Comparator.comparing(Span::from));
    }

    private Stream<OpeningHours> hoursOf(LocalDate date) {
        OpeningHours.Day day = OpeningHours.Day.of(date);
        return (this.hours != null) ? this.hours.stream().filter((span) -> span.day() == day)
                : Stream.of(new OpeningHours(day, "00:00", OpeningHours.MIDNIGHT));
    }

    private static LocalDateTime at(LocalDate date, String time) {
        return time.equals(OpeningHours.MIDNIGHT) ? date.plusDays(1).atStartOfDay()
                : date.atTime(LocalTime.parse(time));
    }

    /**
     * A local time in a DST gap is the moment of the gap; one in an overlap begins at its
     * first and ends at its second occurrence.
     */
    private Instant moment(LocalDateTime local, boolean end) {
        ZoneOffsetTransition change = this.zone.getRules().getTransition(local);
        if (change == null) {
            return local.atZone(this.zone).toInstant();
        }
        return change.isGap() ? change.getInstant()
                : local.toInstant(end ? change.getOffsetAfter() : change.getOffsetBefore());
    }

    private LocalDate dateAt(Instant at) {
        return LocalDate.ofInstant(at, this.zone);
    }

    /** From a moment (inclusive) to another (exclusive); empty if a DST gap covers it. */
    private record Span(Instant from, Instant to) {

        boolean holds(Instant at) {
            return !at.isBefore(this.from) && at.isBefore(this.to);
        }

    }

}

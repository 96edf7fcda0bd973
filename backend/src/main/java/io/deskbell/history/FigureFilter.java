package io.deskbell.history;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

import io.deskbell.call.record.NewestCalls;
import io.deskbell.history.statistics.Buckets;
import io.deskbell.history.statistics.Period;
import io.deskbell.shared.Refusal;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which calls one figure of the statistics is made of; what is null does not matter.
 *
 * @param answered whether a guide accepted it
 * @param language that of the desk when it rang
 * @param stars how it was rated, 1 to 5
 * @param rated whether it was
 * @param answeredFrom accepted after so many seconds or more
 * @param answeredTo accepted after less than so many seconds
 * @param weekday rung on such a day, 1 (Monday) to 7; needs an hour, and a time from
 * which and to which to look
 * @param hour rung in such an hour of a day, 0 to 23; needs a weekday
 * @param zone by whose clock; UTC where it is null
 */
public record FigureFilter(@Nullable @Pattern(regexp = "true|false") String answered,
        @Nullable @Pattern(regexp = "[a-z]{2}(-[A-Z]{2})?") String language,
        @Nullable @Pattern(regexp = "[1-5]") String stars, @Nullable @Pattern(regexp = "true|false") String rated,
        @Nullable @Pattern(regexp = SECONDS) String answeredFrom,
        @Nullable @Pattern(regexp = SECONDS) String answeredTo, @Nullable @Pattern(regexp = "[1-7]") String weekday,
        @Nullable @Pattern(regexp = "1?\\d|2[0-3]") String hour, @Nullable String zone) {

    private static final String SECONDS = "0|[1-9]\\d{0,5}";

    /** Each week is looked for by itself. */
    private static final Duration LONGEST = Duration.ofDays(3_653);

    private static final String WAITED = "c.accepted_at %s c.ring_at + cast(:%s as double precision) * interval '1' second";

    void restrict(NewestCalls calls) {
        calls.and("(c.accepted_at is not null) = :answered", "answered", truth(this.answered))
            .and("(c.stars is not null) = :rated", "rated", truth(this.rated))
            .and("c.language = :language", "language", this.language)
            .and("c.stars = :stars", "stars", number(this.stars))
            .and(WAITED.formatted(">=", "answeredFrom"), "answeredFrom", number(this.answeredFrom))
            .and(WAITED.formatted("<", "answeredTo"), "answeredTo", number(this.answeredTo));
    }

    private static @Nullable Boolean truth(@Nullable String word) {
        return (word != null) ? Boolean.valueOf(word) : null;
    }

    private static @Nullable Integer number(@Nullable String digits) {
        return (digits != null) ? Integer.valueOf(digits) : null;
    }

    /**
     * The times at which such calls rang, the latest first.
     * @throws Refusal {@code INVALID_REQUEST} for an hour without a weekday or the other
     * way round, for one of no time or of too long a time, and for a zone that is none
     */
    List<Times> times(@Nullable Instant from, @Nullable Instant to) {
        if (this.zone != null) {
            Period.zoneOf(this.zone);
        }
        if (this.weekday == null && this.hour == null) {
            return List.of(new Times(from, to));
        }
        if (this.weekday == null || this.hour == null) {
            throw Refusal.invalid((this.weekday == null) ? "weekday" : "hour", "is needed with the other");
        }
        if (from == null || to == null) {
            throw Refusal.invalid((from == null) ? "from" : "to", "is needed with weekday and hour");
        }
        if (Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw Refusal.invalid("from", "must lie within ten years of to where an hour of the week is asked for");
        }
        return times(Period.of(from, to, this.zone, to), DayOfWeek.of(Integer.parseInt(this.weekday)),
                Integer.parseInt(this.hour));
    }

    private static List<Times> times(Period period, DayOfWeek weekday, int hour) {
        Buckets hours = Buckets.hours(period, Integer.MAX_VALUE);
        List<Times> times = new ArrayList<>();
        for (int i = hours.count() - 1; i >= 0; i--) {
            ZonedDateTime start = hours.from(i).atZone(period.zone());
            if (start.getDayOfWeek() == weekday && start.getHour() == hour) {
                times.add(new Times(hours.from(i), hours.to(i)));
            }
        }
        return times;
    }

    /**
     * From one time until another.
     *
     * @param from null for any
     * @param to null for any
     */
    record Times(@Nullable Instant from, @Nullable Instant to) {
    }

}

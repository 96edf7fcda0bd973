package io.deskbell.history.statistics;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

import io.deskbell.shared.Refusal;
import io.deskbell.shared.database.SqlConditions;
import org.jspecify.annotations.Nullable;

/**
 * A time by the clock of a zone.
 *
 * @param from the first instant of it
 * @param to the first instant after it
 */
public record Period(Instant from, Instant to, ZoneId zone) {

    private static final int USUAL_DAYS = 7;

    /**
     * The period that is asked for; without a beginning it is seven days, of which the
     * last is that in which it ends.
     * @throws Refusal {@code INVALID_REQUEST} for times that no database knows, an end
     * that is no later than the beginning, and a zone that is none
     */
    public static Period of(@Nullable Instant from, @Nullable Instant to, @Nullable String zone, Instant now) {
        SqlConditions.check("from", from);
        SqlConditions.check("to", to);
        ZoneId where = zoneOf(zone);
        Instant end = (to != null) ? to : now;
        Instant begin = (from != null) ? from
                : end.minusMillis(1)
                    .atZone(where)
                    .toLocalDate()
                    .minusDays(USUAL_DAYS - 1)
                    .atStartOfDay(where)
                    .toInstant();
        if (!begin.isBefore(end)) {
            throw Refusal.invalid((to != null) ? "to" : "from", "must be such that to is later than from");
        }
        return new Period(begin, end, where);
    }

    /**
     * The zone of this name, UTC without one.
     * @throws Refusal {@code INVALID_REQUEST} where there is none
     */
    public static ZoneId zoneOf(@Nullable String zone) {
        String id = (zone != null) ? zone : "UTC";
        if (!ZoneId.getAvailableZoneIds().contains(id)) {
            throw Refusal.invalid("zone", "must be a time zone such as Asia/Seoul");
        }
        return ZoneId.of(id);
    }

    /** The one before it: as many days where it is made of whole days, else as long. */
    Period before() {
        LocalDate first = this.from.atZone(this.zone).toLocalDate();
        LocalDate end = this.to.atZone(this.zone).toLocalDate();
        if (startOf(first).equals(this.from) && startOf(end).equals(this.to)) {
            return new Period(startOf(first.minusDays(ChronoUnit.DAYS.between(first, end))), this.from, this.zone);
        }
        return new Period(this.from.minus(Duration.between(this.from, this.to)), this.from, this.zone);
    }

    Instant startOf(LocalDate day) {
        return day.atStartOfDay(this.zone).toInstant();
    }

}

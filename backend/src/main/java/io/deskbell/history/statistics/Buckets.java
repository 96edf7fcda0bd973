package io.deskbell.history.statistics;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.zone.ZoneOffsetTransition;
import java.util.Arrays;
import java.util.stream.LongStream;

import io.deskbell.shared.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The hours or days of a period, without a gap: the first begins with the period, the
 * last ends with it, and each other one begins where a day or an hour does by the clock
 * of the zone. Where a clock is put forward or back a day has 23 or 25 hours, and an hour
 * begins there too.
 */
public final class Buckets {

    /** More than a year of hours. */
    private static final int MOST = 10_000;

    private static final int HOUR = 3_600;

    private final long[] starts;

    private final long end;

    private Buckets(long[] starts, long end) {
        this.starts = starts;
        this.end = end;
    }

    /**
     * The days of a period.
     * @throws Refusal {@code INVALID_REQUEST} for too many
     */
    public static Buckets days(Period period) {
        refuseMoreThan(MOST, period, Duration.ofDays(1));
        LongStream.Builder starts = LongStream.builder();
        Instant start = period.from();
        LocalDate day = start.atZone(period.zone()).toLocalDate();
        while (start.isBefore(period.to())) {
            starts.add(start.toEpochMilli());
            Instant last = start;
            // A zone that crosses the date line leaves out a day.
            while (!start.isAfter(last)) {
                day = day.plusDays(1);
                start = period.startOf(day);
            }
        }
        return new Buckets(starts.build().toArray(), period.to().toEpochMilli());
    }

    /**
     * The hours of a period.
     * @throws Refusal {@code INVALID_REQUEST} for too many
     */
    public static Buckets hours(Period period) {
        return hours(period, MOST);
    }

    /**
     * The hours of a period.
     * @param most how many there may be
     * @throws Refusal {@code INVALID_REQUEST} for more
     */
    public static Buckets hours(Period period, int most) {
        refuseMoreThan(most, period, Duration.ofHours(1));
        LongStream.Builder starts = LongStream.builder();
        Instant start = period.from();
        Instant change = changeAfter(start, period);
        while (start.isBefore(period.to())) {
            starts.add(start.toEpochMilli());
            if (change != null && !start.isBefore(change)) {
                change = changeAfter(start, period);
            }
            Instant full = nextFullHour(start, period);
            start = (change != null && change.isBefore(full)) ? change : full;
        }
        return new Buckets(starts.build().toArray(), period.to().toEpochMilli());
    }

    private static Instant nextFullHour(Instant start, Period period) {
        long seconds = start.getEpochSecond();
        int offset = period.zone().getRules().getOffset(start).getTotalSeconds();
        return Instant.ofEpochSecond(seconds + HOUR - Math.floorMod(seconds + offset, HOUR));
    }

    private static @Nullable Instant changeAfter(Instant start, Period period) {
        ZoneOffsetTransition change = period.zone().getRules().nextTransition(start);
        return (change != null) ? change.getInstant() : null;
    }

    private static void refuseMoreThan(int most, Period period, Duration each) {
        if (Duration.between(period.from(), period.to()).dividedBy(each) > most) {
            throw Refusal.invalid("bucket", "would be more than " + most + "; ask for days or for a shorter time");
        }
    }

    public int count() {
        return this.starts.length;
    }

    public Instant from(int bucket) {
        return Instant.ofEpochMilli(this.starts[bucket]);
    }

    /** The first instant after a bucket. */
    public Instant to(int bucket) {
        return Instant.ofEpochMilli((bucket + 1 < this.starts.length) ? this.starts[bucket + 1] : this.end);
    }

    /** The bucket in which a time of the period lies. */
    int indexOf(long epochMilli) {
        int found = Arrays.binarySearch(this.starts, epochMilli);
        return (found >= 0) ? found : -found - 2;
    }

}

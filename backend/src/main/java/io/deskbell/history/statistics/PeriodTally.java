package io.deskbell.history.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Counts the calls of a period, all together and by hours or days. */
final class PeriodTally {

    private final Period period;

    private final String bucket;

    private final Buckets buckets;

    private final Tally total = new Tally();

    private final Tally[] each;

    /**
     * Counts none yet.
     * @param bucket {@code hour} or {@code day}
     */
    PeriodTally(Period period, String bucket) {
        this.period = period;
        this.bucket = bucket;
        this.buckets = bucket.equals("hour") ? Buckets.hours(period) : Buckets.days(period);
        this.each = Stream.generate(Tally::new).limit(this.buckets.count()).toArray(Tally[]::new);
    }

    Period period() {
        return this.period;
    }

    void add(MeasuredCall call) {
        this.total.add(call);
        this.each[this.buckets.indexOf(call.ringAt())].add(call);
    }

    Statistics statistics() {
        List<Figures> figures = Arrays.stream(this.each).map(Tally::figures).toList();
        return new Statistics(this.period.from(), this.period.to(), this.bucket, this.period.zone().getId(),
                this.total.figures(),
                IntStream.range(0, this.buckets.count())
                    .mapToObj((i) -> new Statistics.Bucket(this.buckets.from(i), this.buckets.to(i), figures.get(i)))
                    .toList());
    }

}

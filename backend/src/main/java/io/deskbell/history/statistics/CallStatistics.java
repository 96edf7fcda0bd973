package io.deskbell.history.statistics;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.function.Consumer;

import io.deskbell.shared.database.SearchExecutor;
import io.deskbell.shared.database.SqlConditions;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes figures of calls, in one go through the calls of the period and nothing else.
 * What is a day or an hour, and percentiles, is worked out here: the same on every
 * database, by the same rules for time zones as everything else.
 */
@Component
@RequiredArgsConstructor
public class CallStatistics {

    /** So many rows come at a time; else PostgreSQL's driver would keep all of them. */
    private static final int ROWS = 1_000;

    private final SearchExecutor searches;

    private final Clock clock;

    /** The figures of a period and of its hours or days. */
    public Statistics of(StatisticsFilter filter) {
        PeriodTally tally = tally(filter);
        this.searches.run((jdbc) -> {
            read(jdbc, tally.period(), filter.region(), tally::add);
            return tally;
        });
        return tally.statistics();
    }

    /** The same with that of the period before, and by what calls have in common. */
    public StatisticsDetails detailsOf(StatisticsFilter filter) {
        PeriodTally tally = tally(filter);
        PeriodTally before = new PeriodTally(tally.period().before(), bucket(filter));
        DetailsTally details = new DetailsTally(tally.period().zone());
        this.searches.run((jdbc) -> {
            read(jdbc, tally.period(), filter.region(), (call) -> {
                tally.add(call);
                details.add(call);
            });
            read(jdbc, before.period(), filter.region(), before::add);
            return tally;
        });
        return details.details(tally.statistics(), before.statistics());
    }

    private PeriodTally tally(StatisticsFilter filter) {
        return new PeriodTally(Period.of(filter.from(), filter.to(), filter.zone(), this.clock.instant()),
                bucket(filter));
    }

    private static String bucket(StatisticsFilter filter) {
        return (filter.bucket() != null) ? filter.bucket() : "day";
    }

    private static void read(JdbcClient jdbc, Period period, @Nullable String region, Consumer<MeasuredCall> calls) {
        SqlConditions which = new SqlConditions().and("region = :region", "region", region);
        jdbc.sql("select " + MeasuredCall.COLUMNS + " from calls where " + which
                + " and ring_at >= :from and ring_at < :to")
            .params(which.getValues())
            .param("from", period.from().atOffset(ZoneOffset.UTC))
            .param("to", period.to().atOffset(ZoneOffset.UTC))
            .withFetchSize(ROWS)
            .query((row) -> {
                calls.accept(MeasuredCall.read(row));
            });
    }

}

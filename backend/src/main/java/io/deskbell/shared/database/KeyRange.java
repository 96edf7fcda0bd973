package io.deskbell.shared.database;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A range of keys, both ends inclusive. In a table whose keys grow with time, the rows of
 * a period lie in such a range, so that a query sorted by key reads neither newer nor
 * older rows.
 */
public record KeyRange(long low, long high) {

    public static final KeyRange ALL = new KeyRange(0, Long.MAX_VALUE);

    /**
     * Tolerance for clocks set back by up to a day: a higher key may have an earlier time
     * by this much.
     */
    private static final Duration CLOCK_OFF = Duration.ofHours(25);

    public boolean isEmpty() {
        return this.low > this.high;
    }

    /** The part below a key (exclusive). */
    public KeyRange below(long key) {
        return new KeyRange(this.low, Math.min(this.high, key - 1));
    }

    /** The part from a key (inclusive). */
    public KeyRange from(long key) {
        return new KeyRange(Math.max(this.low, key), this.high);
    }

    /**
     * The keys of a table's rows between two times.
     * @param key the column of the keys
     * @param time the column of the times, which has an index
     * @param from inclusive, null for no bound
     * @param to exclusive, null for no bound
     */
    public static KeyRange of(JdbcClient jdbc, String table, String key, String time, @Nullable Instant from,
            @Nullable Instant to) {
        Times times = new Times(jdbc, table, key, time);
        return new KeyRange((from != null) ? times.firstFrom(from, CLOCK_OFF) : 0,
                (to != null) ? times.lastBefore(to) : Long.MAX_VALUE);
    }

    /**
     * Finds keys by times.
     */
    public record Times(JdbcClient jdbc, String table, String key, String time) {

        /**
         * The lowest key of a row from a time on. The SQL adds 0 to the key, to keep
         * PostgreSQL from scanning all keys in order until one matches.
         * @param late how much earlier a row with a higher key may be
         */
        public long firstFrom(Instant from, Duration late) {
            return time("select %3$s from %1$s where %3$s >= ? order by %3$s limit 1", from)
                .flatMap((first) -> key("select min(%2$s + 0) from %1$s where %3$s >= ? and %3$s <= ?", first,
                        first.plus(late)))
                .orElse(Long.MAX_VALUE);
        }

        /** The highest key of a row before a time. */
        public long lastBefore(Instant to) {
            return time("select %3$s from %1$s where %3$s < ? order by %3$s desc limit 1", to)
                .flatMap((last) -> key("select max(%2$s + 0) from %1$s where %3$s >= ? and %3$s <= ?",
                        last.minus(CLOCK_OFF), last))
                .orElse(-1L);
        }

        private Optional<Instant> time(String sql, Instant bound) {
            return find(OffsetDateTime.class, sql, bound).map(OffsetDateTime::toInstant);
        }

        private Optional<Long> key(String sql, Instant first, Instant last) {
            return find(Long.class, sql, first, last);
        }

        private <T> Optional<T> find(Class<T> type, String sql, Instant... times) {
            return this.jdbc.sql(sql.formatted(this.table, this.key, this.time))
                .params(Arrays.stream(times).map((it) -> it.atOffset(ZoneOffset.UTC)).toList())
                .query((row, number) -> Optional.ofNullable(row.getObject(1, type)))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
        }

    }

}

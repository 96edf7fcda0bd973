package io.deskbell.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.deskbell.call.record.NewestCalls;
import io.deskbell.chat.MessageKey;
import io.deskbell.shared.database.KeyRange;
import io.deskbell.shared.database.SqlConditions;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks through messages, the newest call first and in it the newest message, until
 * enough are found. Where only some calls matter it reads the key ranges of those, never
 * by a join: which way round a database would do that is anybody's guess.
 */
final class MessageScan {

    private static final int FIRST = 500;

    private static final int MOST = 8_000;

    /** Reading the messages of so many other calls costs less than another statement. */
    private static final int GAP = 4;

    private final JdbcClient jdbc;

    private final SearchTerms words;

    private final SqlConditions which;

    private final boolean onceACall;

    private final int wanted;

    private final List<Long> found = new ArrayList<>();

    /** What is below it has not been looked at. */
    private long before;

    private int chunk;

    /**
     * @param which conditions on messages {@code m}
     * @param onceACall whether one message is enough of each call
     * @param before looks below this key only
     * @param wanted how many are enough
     */
    MessageScan(JdbcClient jdbc, SearchTerms words, SqlConditions which, boolean onceACall, long before, int wanted) {
        this.jdbc = jdbc;
        this.words = words;
        this.which = which;
        this.onceACall = onceACall;
        this.before = before;
        this.wanted = wanted;
        this.chunk = words.areNone() ? wanted : FIRST;
    }

    /** The keys found in a range of calls. */
    List<Long> in(KeyRange numbers) {
        scan(numbers, null);
        return this.found;
    }

    /** The keys found in some calls of a range. */
    List<Long> in(NewestCalls calls, KeyRange numbers) {
        KeyRange left = numbers.below(MessageKey.callOf(this.before) + 1);
        int many = this.wanted;
        boolean more = true;
        while (more && isWanting()) {
            List<Long> next = calls.read(this.jdbc, left, many);
            more = next.size() == many;
            if (!next.isEmpty()) {
                scanRuns(next);
                left = left.below(next.getLast());
            }
            many = Math.min(many * 2, FIRST);
        }
        return this.found;
    }

    private boolean isWanting() {
        return this.found.size() < this.wanted;
    }

    /** Those that lie close together are read at once. */
    private void scanRuns(List<Long> newestFirst) {
        Set<Long> calls = Set.copyOf(newestFirst);
        int first = 0;
        for (int i = 1; i <= newestFirst.size() && isWanting(); i++) {
            if (i == newestFirst.size() || newestFirst.get(i - 1) - newestFirst.get(i) > GAP) {
                scan(new KeyRange(newestFirst.get(i - 1), newestFirst.get(first)), calls);
                first = i;
            }
        }
    }

    private void scan(KeyRange numbers, @Nullable Set<Long> calls) {
        KeyRange left = numbers.isEmpty() ? numbers : MessageKey.of(numbers).below(this.before);
        boolean more = true;
        while (more && isWanting() && !left.isEmpty()) {
            List<Row> rows = read(left, this.chunk);
            more = rows.size() == this.chunk;
            this.chunk = Math.min(this.chunk * 2, MOST);
            rows.forEach((row) -> look(row, calls));
            this.before = more ? Math.min(this.before, rows.getLast().key()) : left.low();
            left = left.below(this.before);
        }
    }

    private void look(Row row, @Nullable Set<Long> calls) {
        long call = MessageKey.callOf(row.key());
        if (row.key() < this.before && isWanting() && (calls == null || calls.contains(call))
                && (this.words.areNone() || this.words.areIn(row.contents()))) {
            this.found.add(row.key());
            this.before = this.onceACall ? MessageKey.of(new KeyRange(call, call)).low() : row.key();
        }
    }

    private List<Row> read(KeyRange keys, int limit) {
        return this.jdbc
            .sql("select m.id, m.contents from messages m where m.id between :low and :high and " + this.which
                    + " order by m.id desc limit " + limit)
            .param("low", keys.low())
            .param("high", keys.high())
            .params(this.which.getValues())
            .query((row, number) -> new Row(row.getLong(1), row.getString(2)))
            .list();
    }

    private record Row(long key, String contents) {
    }

}

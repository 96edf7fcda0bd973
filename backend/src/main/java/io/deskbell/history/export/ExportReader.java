package io.deskbell.history.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

import io.deskbell.call.view.CallView;
import io.deskbell.chat.Message;
import io.deskbell.history.CallFilter;
import io.deskbell.history.CallSearch;
import io.deskbell.history.FigureFilter;
import io.deskbell.shared.Page;
import io.deskbell.shared.PageQuery;
import io.deskbell.shared.ProblemCode;
import io.deskbell.shared.Refusal;
import io.deskbell.shared.database.KeyRange;
import io.deskbell.shared.database.SearchExecutor;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what is exported in batches. Each is a search of its own, so people who search
 * meanwhile have their turn, and no connection is held while a batch is being sent.
 */
@Component
@RequiredArgsConstructor
class ExportReader {

    private static final String CALLS = "200";

    private static final String NUMBERS = "select id, number from calls where id in (:ids)";

    private static final String MESSAGES = """
            select m.id, m.call_id, m.seq, m.client_id, m.username, m.display_name, m.contents, m.sent_at
            from messages m where m.id between :low and :high order by m.id""";

    private final CallSearch search;

    private final SearchExecutor searches;

    private final ExportSettings settings;

    /**
     * The next calls, newest first.
     * @param cursor null for the first ones
     */
    Batch calls(CallFilter filter, FigureFilter figure, @Nullable String cursor) {
        Page<CallView> page = patiently(() -> this.search.find(filter, figure, new PageQuery(CALLS, cursor)));
        Map<UUID, Long> numbers = new HashMap<>();
        if (!page.items().isEmpty()) {
            read((jdbc) -> jdbc.sql(NUMBERS)
                .param("ids", page.items().stream().map(CallView::id).toList())
                .query((row, number) -> Map.entry(row.getObject(1, UUID.class), row.getLong(2)))
                .list()).forEach((call) -> numbers.put(call.getKey(), call.getValue()));
        }
        return new Batch(page.items()
            .stream()
            .map((call) -> new NumberedCall(Objects.requireNonNull(numbers.get(call.id())), call))
            .toList(), page.next());
    }

    /** The newest messages of a range of keys, the newest first. */
    List<KeyedMessage> newest(KeyRange keys, int limit) {
        return messages(" desc", keys, limit);
    }

    /** The oldest messages of a range of keys, the oldest first. */
    List<KeyedMessage> oldest(KeyRange keys, int limit) {
        return messages(" asc", keys, limit);
    }

    private List<KeyedMessage> messages(String order, KeyRange keys, int limit) {
        return read((jdbc) -> jdbc.sql(MESSAGES + order + " limit " + limit)
            .param("low", keys.low())
            .param("high", keys.high())
            .query(ExportReader::message)
            .list());
    }

    private <T> T read(Function<JdbcClient, T> batch) {
        return patiently(() -> this.searches.run(batch));
    }

    /** Nobody looks at a screen for it, and it would be a pity about what was sent. */
    private <T> T patiently(Supplier<T> batch) {
        long start = System.nanoTime();
        while (true) {
            try {
                return batch.get();
            }
            catch (Refusal ex) {
                if (ex.getCode() != ProblemCode.UNAVAILABLE || Thread.currentThread().isInterrupted()
                        || System.nanoTime() - start > this.settings.patience().toNanos()) {
                    throw ex;
                }
            }
        }
    }

    private static KeyedMessage message(ResultSet row, int number) throws SQLException {
        return new KeyedMessage(row.getLong(1),
                new Message(row.getObject(2, UUID.class), row.getInt(3), row.getString(4), row.getString(5),
                        row.getString(6), row.getString(7), row.getObject(8, OffsetDateTime.class).toInstant()));
    }

    /**
     * Calls in a row.
     *
     * @param next where the next ones begin, null after the last
     */
    record Batch(List<NumberedCall> calls, @Nullable String next) {
    }

    /** A call and its place among all. */
    record NumberedCall(long number, CallView call) {
    }

    /** A message and its place among all. */
    record KeyedMessage(long key, Message message) {
    }

}

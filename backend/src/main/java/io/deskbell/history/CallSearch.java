package io.deskbell.history;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.deskbell.call.record.NewestCalls;
import io.deskbell.call.view.CallQueries;
import io.deskbell.call.view.CallView;
import io.deskbell.chat.MessageKey;
import io.deskbell.shared.Cursor;
import io.deskbell.shared.Page;
import io.deskbell.shared.PageQuery;
import io.deskbell.shared.database.KeyRange;
import io.deskbell.shared.database.SearchExecutor;
import io.deskbell.shared.database.SqlConditions;
import lombok.RequiredArgsConstructor;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds calls by where and when they rang, who answered, how they ended and what was
 * said.
 */
@Component
@RequiredArgsConstructor
public class CallSearch {

    private final SearchExecutor searches;

    private final CallQueries calls;

    /** Newest first. */
    public Page<CallView> find(CallFilter filter, PageQuery page) {
        int wanted = page.size() + 1;
        Cursor after = page.after(1);
        long before = (after != null) ? after.number(0) : Long.MAX_VALUE;
        SearchTerms words = SearchTerms.of(filter.q());
        NewestCalls which = new NewestCalls(which(filter));
        List<Row> rows = this.searches.run((jdbc) -> {
            KeyRange numbers = KeyRange.of(jdbc, "calls", "number", "ring_at", filter.from(), filter.to())
                .below(before);
            return rows(jdbc, words.areNone() ? which.read(jdbc, numbers, wanted)
                    : new MessageScan(jdbc, words, new SqlConditions(), true, Long.MAX_VALUE, wanted).in(which, numbers)
                        .stream()
                        .map(MessageKey::callOf)
                        .toList());
        });
        Map<UUID, CallView> views = this.calls.views(rows.stream().map(Row::id).toList());
        return Page.of(rows, page.size(), (row) -> Cursor.after(row.number()),
                (row) -> Objects.requireNonNull(views.get(row.id())));
    }

    private static NewestCalls.Which which(CallFilter filter) {
        String region = filter.region();
        return new NewestCalls.Which((filter.state() != null) ? filter.state() : List.of(),
                (region != null) ? List.of(region) : null, filter.desk(), filter.guide(), filter.from(), filter.to());
    }

    private static List<Row> rows(JdbcClient jdbc, List<Long> numbers) {
        return numbers.isEmpty() ? List.of()
                : jdbc.sql("select id, number from calls where number in (:numbers) order by number desc")
                    .param("numbers", numbers)
                    .query((row, number) -> new Row(row.getObject("id", UUID.class), row.getLong("number")))
                    .list();
    }

    private record Row(UUID id, long number) {
    }

}

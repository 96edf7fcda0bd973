package io.deskbell.history;

import java.util.ArrayList;
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
    public Page<CallView> find(CallFilter filter, FigureFilter figure, PageQuery page) {
        int wanted = page.size() + 1;
        Cursor after = page.after(1);
        long before = (after != null) ? after.number(0) : Long.MAX_VALUE;
        SearchTerms words = SearchTerms.of(filter.q());
        List<FigureFilter.Times> times = figure.times(filter.from(), filter.to());
        List<Row> rows = this.searches.run((jdbc) -> {
            List<Long> found = new ArrayList<>();
            for (FigureFilter.Times time : times) {
                if (found.size() < wanted) {
                    NewestCalls which = which(filter, time);
                    figure.restrict(which);
                    found.addAll(numbers(jdbc, words, which, numbers(jdbc, time).below(before), wanted - found.size()));
                }
            }
            return rows(jdbc, found);
        });
        Map<UUID, CallView> views = this.calls.views(rows.stream().map(Row::id).toList());
        return Page.of(rows, page.size(), (row) -> Cursor.after(row.number()),
                (row) -> Objects.requireNonNull(views.get(row.id())));
    }

    private static KeyRange numbers(JdbcClient jdbc, FigureFilter.Times time) {
        return KeyRange.of(jdbc, "calls", "number", "ring_at", time.from(), time.to());
    }

    private static NewestCalls which(CallFilter filter, FigureFilter.Times time) {
        String region = filter.region();
        return new NewestCalls(new NewestCalls.Which((filter.state() != null) ? filter.state() : List.of(),
                (region != null) ? List.of(region) : null, filter.desk(), filter.guide(), time.from(), time.to()));
    }

    private static List<Long> numbers(JdbcClient jdbc, SearchTerms words, NewestCalls which, KeyRange numbers,
            int wanted) {
        if (words.areNone()) {
            return which.read(jdbc, numbers, wanted);
        }
        return new MessageScan(jdbc, words, new SqlConditions(), true, Long.MAX_VALUE, wanted).in(which, numbers)
            .stream()
            .map(MessageKey::callOf)
            .toList();
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

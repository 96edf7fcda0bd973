package io.deskbell.history;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.deskbell.call.CallBook;
import io.deskbell.call.CallState;
import io.deskbell.call.CallView;
import io.deskbell.chat.MessageKey;
import io.deskbell.shared.Conditions;
import io.deskbell.shared.Cursor;
import io.deskbell.shared.Page;
import io.deskbell.shared.PageQuery;
import lombok.RequiredArgsConstructor;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds calls by where and when they rang, who answered, how they ended and what was
 * said.
 */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class CallSearch {

    private final JdbcClient jdbc;

    private final CallBook calls;

    /** Newest first. */
    public Page<CallView> find(CallFilter filter, PageQuery page) {
        Cursor after = page.after(1);
        List<String> states = (filter.state() != null) ? filter.state().stream().map(CallState::name).toList()
                : List.of();
        Conditions which = new Conditions().and("c.state in (:states)", "states", states)
            .and("c.region = :region", "region", filter.region())
            .and("c.desk = :desk", "desk", filter.desk())
            .and("c.guide = :guide", "guide", filter.guide())
            .and("c.ring_at >= :from", "from", filter.from())
            .and("c.ring_at < :to", "to", filter.to())
            .and("c.number < :before", "before", (after != null) ? after.number(0) : null)
            .andContains("exists (select 1 from messages m where " + MessageKey.isOfCall("m.id", "c.number")
                    + " and lower(m.contents) like :q escape '!')", filter.q());
        List<Row> rows = this.jdbc
            .sql("select c.id, c.number from calls c where " + which + " order by c.number desc limit "
                    + (page.size() + 1))
            .params(which.getValues())
            .query((row, number) -> new Row(row.getObject("id", UUID.class), row.getLong("number")))
            .list();
        Map<UUID, CallView> views = this.calls.views(rows.stream().map(Row::id).toList());
        return Page.of(rows, page.size(), (row) -> Cursor.after(row.number()),
                (row) -> Objects.requireNonNull(views.get(row.id())));
    }

    private record Row(UUID id, long number) {
    }

}

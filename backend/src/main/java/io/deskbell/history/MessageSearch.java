package io.deskbell.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import io.deskbell.call.record.NewestCalls;
import io.deskbell.region.CodeAndName;
import io.deskbell.region.NamesConverter;
import io.deskbell.shared.Caller;
import io.deskbell.shared.Cursor;
import io.deskbell.shared.Page;
import io.deskbell.shared.PageQuery;
import io.deskbell.shared.database.KeyRange;
import io.deskbell.shared.database.SearchExecutor;
import io.deskbell.shared.database.SqlConditions;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds messages by any part of their text and by where, when and by whom they were
 * written.
 */
@Component
@RequiredArgsConstructor
public class MessageSearch {

    /** No conversation lasts longer: nothing was said after it in a call. */
    private static final Duration LONGEST_TALK = Duration.ofDays(30);

    private static final String SELECT = """
            select m.*, c.language, c.desk, d.name as desk_name, d.names as desk_names, c.region,
                r.name as region_name, r.names as region_names
            from messages m join calls c on c.id = m.call_id join desks d on d.code = c.desk
            join regions r on r.code = c.region where m.id in (:keys) order by m.id desc""";

    private static final String OPEN = "select min(number) from calls where state in ('RINGING', 'ACTIVE')";

    private static final NamesConverter NAMES = new NamesConverter();

    private final SearchExecutor searches;

    /** The newest call first, and in it the newest message. */
    public Page<FoundMessage> find(MessageFilter filter, PageQuery page) {
        int wanted = page.size() + 1;
        Cursor after = page.after(1);
        long before = (after != null) ? after.number(0) : Long.MAX_VALUE;
        SearchTerms words = SearchTerms.of(filter.q());
        SqlConditions which = new SqlConditions().and("m.username = :username", "username", filter.username())
            .and("m.sent_at >= :from", "from", filter.from())
            .and("m.sent_at < :to", "to", filter.to());
        NewestCalls calls = calls(filter);
        List<Row> rows = this.searches.run((jdbc) -> {
            MessageScan scan = new MessageScan(jdbc, words, which, false, before, wanted);
            KeyRange numbers = numbers(jdbc, filter);
            return rows(jdbc, (calls != null) ? scan.in(calls, numbers) : scan.in(numbers));
        });
        return Page.of(rows, page.size(), (row) -> Cursor.after(row.id()), Row::message);
    }

    /** The calls to look into, null for all. */
    private static @Nullable NewestCalls calls(MessageFilter filter) {
        String username = filter.username();
        if (username == null) {
            return (filter.region() == null && filter.desk() == null) ? null : calls(filter, filter.desk(), null);
        }
        if (Caller.isDesk(username)) {
            return calls(filter, (filter.desk() != null) ? filter.desk() : Caller.deskOf(username), null);
        }
        return calls(filter, filter.desk(), username).includingFormerGuide(username);
    }

    private static NewestCalls calls(MessageFilter filter, @Nullable String desk, @Nullable String guide) {
        List<String> regions = (filter.region() != null) ? List.of(filter.region()) : null;
        return new NewestCalls(new NewestCalls.Which(List.of(), regions, desk, guide, null, null));
    }

    /** The calls in which something can have been said at that time. */
    private static KeyRange numbers(JdbcClient jdbc, MessageFilter filter) {
        KeyRange.Times ends = new KeyRange.Times(jdbc, "calls", "number", "ended_at");
        KeyRange numbers = KeyRange.of(jdbc, "calls", "number", "ring_at", null, filter.to());
        if (filter.from() == null) {
            return numbers;
        }
        long open = jdbc.sql(OPEN).query(Long.class).optional().orElse(Long.MAX_VALUE);
        return numbers.from(Math.min(open, ends.firstFrom(filter.from(), LONGEST_TALK)));
    }

    private static List<Row> rows(JdbcClient jdbc, List<Long> keys) {
        return keys.isEmpty() ? List.of() : jdbc.sql(SELECT).param("keys", keys).query(MessageSearch::read).list();
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        return new Row(row.getLong("id"),
                new FoundMessage(row.getObject("call_id", UUID.class), row.getInt("seq"), row.getString("client_id"),
                        row.getString("username"), row.getString("display_name"), row.getString("contents"),
                        row.getObject("sent_at", OffsetDateTime.class).toInstant(), named(row, "desk"),
                        named(row, "region"), row.getString("language")));
    }

    private static CodeAndName named(ResultSet row, String what) throws SQLException {
        return new CodeAndName(row.getString(what), row.getString(what + "_name"),
                NAMES.convertToEntityAttribute(row.getString(what + "_names")));
    }

    private record Row(long id, FoundMessage message) {
    }

}

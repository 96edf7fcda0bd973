package io.deskbell.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.deskbell.region.Named;
import io.deskbell.shared.Cursor;
import io.deskbell.shared.Page;
import io.deskbell.shared.PageQuery;
import io.deskbell.shared.Refusal;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds messages by any part of their text and by where, when and by whom they were
 * written.
 */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class MessageSearch {

    private static final int SHORTEST = 2;

    private static final String SELECT = """
            select m.*, c.language, c.desk, d.name as desk_name, c.region, r.name as region_name
            from messages m join calls c on c.id = m.call_id join desks d on d.code = c.desk
            join regions r on r.code = c.region where 1 = 1""";

    private final JdbcClient jdbc;

    /** Newest first. */
    public Page<FoundMessage> find(MessageFilter filter, PageQuery page) {
        StringBuilder sql = new StringBuilder(SELECT);
        Map<String, Object> values = new HashMap<>();
        and(sql, values, " and lower(m.contents) like :q escape '!'", "q", pattern(filter.q()));
        and(sql, values, " and c.region = :region", "region", filter.region());
        and(sql, values, " and c.desk = :desk", "desk", filter.desk());
        and(sql, values, " and m.username = :username", "username", filter.username());
        and(sql, values, " and m.sent_at >= :from", "from", utc(filter.from()));
        and(sql, values, " and m.sent_at < :to", "to", utc(filter.to()));
        Cursor after = page.after(2);
        if (after != null) {
            and(sql, values, " and (m.sent_at < :at or m.sent_at = :at and m.id < :id)", "at", utc(after.time(0)));
            values.put("id", after.number(1));
        }
        List<Row> rows = this.jdbc.sql(sql + " order by m.sent_at desc, m.id desc limit " + (page.size() + 1))
            .params(values)
            .query(MessageSearch::read)
            .list();
        return Page.of(rows, page.size(), (row) -> Cursor.after(row.message().sendDate(), row.id()), Row::message);
    }

    private static void and(StringBuilder sql, Map<String, Object> values, String condition, String name,
            @Nullable Object value) {
        if (value != null) {
            sql.append(condition);
            values.put(name, value);
        }
    }

    private static @Nullable String pattern(@Nullable String q) {
        if (q == null || q.isBlank()) {
            return null;
        }
        String part = q.strip();
        if (part.codePointCount(0, part.length()) < SHORTEST) {
            throw Refusal.invalid("q", "needs two characters or more");
        }
        String literal = part.toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_");
        return "%" + literal + "%";
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        return new Row(row.getLong("id"),
                new FoundMessage(row.getObject("call_id", UUID.class), row.getInt("seq"), row.getString("client_id"),
                        row.getString("username"), row.getString("display_name"), row.getString("contents"),
                        row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                        new Named(row.getString("desk"), row.getString("desk_name")),
                        new Named(row.getString("region"), row.getString("region_name")), row.getString("language")));
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return (time != null) ? time.atOffset(ZoneOffset.UTC) : null;
    }

    private record Row(long id, FoundMessage message) {
    }

}

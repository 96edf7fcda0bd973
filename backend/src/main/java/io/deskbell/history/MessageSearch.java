package io.deskbell.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import io.deskbell.region.Named;
import io.deskbell.region.NamesConverter;
import io.deskbell.shared.Conditions;
import io.deskbell.shared.Cursor;
import io.deskbell.shared.Page;
import io.deskbell.shared.PageQuery;
import lombok.RequiredArgsConstructor;

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

    private static final String SELECT = """
            select m.*, c.language, c.desk, d.name as desk_name, d.names as desk_names, c.region,
                r.name as region_name, r.names as region_names
            from messages m join calls c on c.id = m.call_id join desks d on d.code = c.desk
            join regions r on r.code = c.region where\s""";

    private static final NamesConverter NAMES = new NamesConverter();

    private final JdbcClient jdbc;

    /** The newest call first, and in it the newest message. */
    public Page<FoundMessage> find(MessageFilter filter, PageQuery page) {
        Cursor after = page.after(1);
        Conditions which = new Conditions().andContains("lower(m.contents) like :q escape '!'", filter.q())
            .and("c.region = :region", "region", filter.region())
            .and("c.desk = :desk", "desk", filter.desk())
            .and("m.username = :username", "username", filter.username())
            .and("m.sent_at >= :from", "from", filter.from())
            .and("m.sent_at < :to", "to", filter.to());
        if (after != null) {
            which.and("m.id < :id", "id", after.number(0));
        }
        List<Row> rows = this.jdbc.sql(SELECT + which + " order by m.id desc limit " + (page.size() + 1))
            .params(which.getValues())
            .query(MessageSearch::read)
            .list();
        return Page.of(rows, page.size(), (row) -> Cursor.after(row.id()), Row::message);
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        return new Row(row.getLong("id"),
                new FoundMessage(row.getObject("call_id", UUID.class), row.getInt("seq"), row.getString("client_id"),
                        row.getString("username"), row.getString("display_name"), row.getString("contents"),
                        row.getObject("sent_at", OffsetDateTime.class).toInstant(), named(row, "desk"),
                        named(row, "region"), row.getString("language")));
    }

    private static Named named(ResultSet row, String what) throws SQLException {
        return new Named(row.getString(what), row.getString(what + "_name"),
                NAMES.convertToEntityAttribute(row.getString(what + "_names")));
    }

    private record Row(long id, FoundMessage message) {
    }

}

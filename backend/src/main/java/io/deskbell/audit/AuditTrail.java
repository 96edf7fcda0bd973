package io.deskbell.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import io.deskbell.shared.Cursor;
import io.deskbell.shared.Page;
import io.deskbell.shared.PageQuery;
import io.deskbell.shared.database.KeyRange;
import io.deskbell.shared.database.SearchExecutor;
import io.deskbell.shared.database.SqlConditions;
import io.deskbell.shared.web.RemoteAddress;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The audit trail. An entry is written in the transaction of its action, if there is one,
 * so that neither exists without the other. Entries are never changed or removed.
 */
@Component
@RequiredArgsConstructor
public class AuditTrail {

    /** The actor if nobody is signed in: Deskbell itself, at its first start. */
    private static final String NOBODY = "deskbell";

    private static final int LONGEST = 300;

    private final JdbcClient jdbc;

    private final SearchExecutor searches;

    private final Clock clock;

    /** Records an action of the signed-in caller. */
    public void add(AuditAction action, @Nullable String subject) {
        add(action, subject, null);
    }

    /** The same for a reason, of up to 500 characters. */
    public void add(AuditAction action, @Nullable String subject, @Nullable String reason) {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        add((caller != null) ? caller.getName() : NOBODY, action, subject, reason);
    }

    /** Records an action of this person, or of somebody who claims to be. */
    public void add(String actor, AuditAction action, @Nullable String subject) {
        add(actor, action, subject, null);
    }

    private void add(String actor, AuditAction action, @Nullable String subject, @Nullable String reason) {
        this.jdbc.sql("insert into audit (at, actor, action, subject, address, reason) values (?, ?, ?, ?, ?, ?)")
            .param(this.clock.instant().atOffset(ZoneOffset.UTC))
            .param(cut(actor))
            .param(action.name())
            .param(cut(subject))
            .param(address())
            .param(reason)
            .update();
    }

    private static @Nullable String cut(@Nullable String text) {
        return (text != null && text.codePointCount(0, text.length()) > LONGEST)
                ? text.substring(0, text.offsetByCodePoints(0, LONGEST)) : text;
    }

    private static @Nullable String address() {
        return (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request)
                ? RemoteAddress.addressOf(request.getRequest()) : null;
    }

    /** Newest first. */
    public Page<AuditEntry> find(AuditFilter filter, PageQuery page) {
        Cursor after = page.after(1);
        long before = (after != null) ? after.number(0) : Long.MAX_VALUE;
        // H2 uses an index for sorting only if the order names each of its columns.
        String order = ((filter.actor() != null) ? "actor desc, " : "")
                + ((filter.action() != null) ? "action desc, " : "");
        SqlConditions which = new SqlConditions().and("actor = :actor", "actor", filter.actor())
            .and("action = :action", "action", (filter.action() != null) ? filter.action().name() : null)
            .and("at >= :from", "from", filter.from())
            .and("at < :to", "to", filter.to());
        List<Row> rows = this.searches.run((jdbc) -> {
            KeyRange ids = KeyRange.of(jdbc, "audit", "id", "at", filter.from(), filter.to()).below(before);
            return jdbc
                .sql("select * from audit where id between :low and :high and " + which + " order by " + order
                        + "id desc limit " + (page.size() + 1))
                .param("low", ids.low())
                .param("high", ids.high())
                .params(which.getValues())
                .query(AuditTrail::read)
                .list();
        });
        return Page.of(rows, page.size(), (row) -> Cursor.after(row.id()), Row::entry);
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        return new Row(row.getLong("id"),
                new AuditEntry(row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("actor"),
                        AuditAction.valueOf(row.getString("action")), row.getString("subject"),
                        row.getString("address"), row.getString("reason")));
    }

    private record Row(long id, AuditEntry entry) {
    }

}

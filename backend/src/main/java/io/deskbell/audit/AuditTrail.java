package io.deskbell.audit;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import io.deskbell.shared.Conditions;
import io.deskbell.shared.Cursor;
import io.deskbell.shared.Page;
import io.deskbell.shared.PageQuery;
import io.deskbell.shared.web.Remote;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The trail. An entry is written in the transaction of what it tells of, where there is
 * one: it is there exactly if that is. Nothing here changes or removes one.
 */
@Component
@RequiredArgsConstructor
public class AuditTrail {

    /** Who acts where nobody is signed in: Deskbell itself, at its first start. */
    private static final String NOBODY = "deskbell";

    private static final int LONGEST = 300;

    private final JdbcClient jdbc;

    private final Clock clock;

    /** Whoever is signed in does this. */
    public void add(AuditAction action, @Nullable String subject) {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        add((caller != null) ? caller.getName() : NOBODY, action, subject);
    }

    /** This person, or whoever claims to be, does this. */
    public void add(String actor, AuditAction action, @Nullable String subject) {
        this.jdbc.sql("insert into audit (at, actor, action, subject, address) values (?, ?, ?, ?, ?)")
            .param(this.clock.instant().atOffset(ZoneOffset.UTC))
            .param(cut(actor))
            .param(action.name())
            .param(cut(subject))
            .param(address())
            .update();
    }

    private static @Nullable String cut(@Nullable String text) {
        return (text != null && text.length() > LONGEST) ? text.substring(0, LONGEST) : text;
    }

    private static @Nullable String address() {
        return (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request)
                ? Remote.addressOf(request.getRequest()) : null;
    }

    /** Newest first. */
    public Page<AuditEntry> find(AuditFilter filter, PageQuery page) {
        Cursor after = page.after(1);
        Conditions which = new Conditions().and("actor = :actor", "actor", filter.actor())
            .and("action = :action", "action", (filter.action() != null) ? filter.action().name() : null)
            .and("at >= :from", "from", filter.from())
            .and("at < :to", "to", filter.to())
            .and("id < :before", "before", (after != null) ? after.number(0) : null);
        List<Row> rows = this.jdbc
            .sql("select * from audit where " + which + " order by id desc limit " + (page.size() + 1))
            .params(which.getValues())
            .query((row, number) -> new Row(row.getLong("id"),
                    new AuditEntry(row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("actor"),
                            AuditAction.valueOf(row.getString("action")), row.getString("subject"),
                            row.getString("address"), row.getString("reason"))))
            .list();
        return Page.of(rows, page.size(), (row) -> Cursor.after(row.id()), Row::entry);
    }

    private record Row(long id, AuditEntry entry) {
    }

}

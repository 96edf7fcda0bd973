package io.deskbell.call.record;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import io.deskbell.call.Call;
import io.deskbell.call.transfer.TransferTarget;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened to each call, kept in the transaction that did it. */
@Repository
@RequiredArgsConstructor
public class CallEvents {

    private final JdbcClient jdbc;

    public void add(Call call, CallEventKind kind, Instant now) {
        add(call.getId(), new CallEvent(now, kind, null, null, null, null));
    }

    /** Something that a guide did or that happened to one. */
    public void add(Call call, CallEventKind kind, @Nullable String guide, Instant now) {
        add(call.getId(), new CallEvent(now, kind, guide, null, null, null));
    }

    public void widened(Call call, String region, Instant now) {
        add(call.getId(), new CallEvent(now, CallEventKind.WIDENED, null, null, region, null));
    }

    public void transferred(Call call, TransferTarget target, Instant now) {
        add(call.getId(), new CallEvent(now, CallEventKind.TRANSFER_OFFERED, call.getGuide(), target.username(),
                target.region(), target.reason()));
    }

    private void add(UUID call, CallEvent event) {
        this.jdbc.sql("""
                insert into call_events (call_id, at, kind, username, to_username, region, reason)
                values (:call, :at, :kind, :username, :to, :region, :reason)""")
            .param("call", call)
            .param("at", event.at().atOffset(ZoneOffset.UTC))
            .param("kind", event.kind().name())
            .param("username", event.username())
            .param("to", event.to())
            .param("region", event.region())
            .param("reason", event.reason())
            .update();
    }

    /** In the order in which they happened. */
    List<CallEvent> of(UUID call) {
        return this.jdbc.sql(
                "select at, kind, username, to_username, region, reason from call_events where call_id = ? order by id")
            .param(call)
            .query((row, number) -> new CallEvent(row.getObject(1, OffsetDateTime.class).toInstant(),
                    CallEventKind.valueOf(row.getString(2)), row.getString(3), row.getString(4), row.getString(5),
                    row.getString(6)))
            .list();
    }

    /**
     * One that is kept.
     *
     * @param username the guide who did it or to whom it happened
     * @param to the guide to whom it was transferred
     * @param region where it rang as well, or to which it was transferred
     */
    record CallEvent(Instant at, CallEventKind kind, @Nullable String username, @Nullable String to,
            @Nullable String region, @Nullable String reason) {
    }

}

package io.deskbell.call.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.deskbell.call.CallState;
import io.deskbell.call.DelimitedSet;
import io.deskbell.shared.Caller;
import lombok.RequiredArgsConstructor;

import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Repository;

/**
 * The participants of each call, needed for every message: read by one statement without
 * entities, and cached until the call changes. A ringing call is not cached: no message
 * may be refused because the call was accepted at another server.
 */
@Repository
@RequiredArgsConstructor
public class CallParticipantsCache {

    /** How long a change made by another server may go unnoticed. */
    private static final Duration REMEMBERED = Duration.ofSeconds(1);

    private static final int MOST = 20_000;

    private static final String SELECT = """
            select id, number, state, region, desk, guide, former_guides from calls where id = ?""";

    private final Cache<UUID, Optional<CallParticipants>> remembered = Caffeine.newBuilder()
        .expireAfterWrite(REMEMBERED)
        .maximumSize(MOST)
        .build();

    private final JdbcOperations jdbc;

    Optional<CallParticipants> find(UUID id) {
        Optional<CallParticipants> participants = this.remembered.get(id, this::read);
        if (participants.filter((it) -> it.state() == CallState.RINGING).isPresent()) {
            forget(id);
        }
        return participants;
    }

    /** The call has changed; waits for reads that are under way. */
    public void forget(UUID id) {
        this.remembered.invalidate(id);
    }

    private Optional<CallParticipants> read(UUID id) {
        return this.jdbc.query(SELECT, (row, number) -> participants(row), id).stream().findFirst();
    }

    private static CallParticipants participants(ResultSet row) throws SQLException {
        return new CallParticipants(row.getObject(1, UUID.class), row.getLong(2), CallState.valueOf(row.getString(3)),
                row.getString(4), Caller.usernameOfDesk(row.getString(5)), row.getString(6),
                DelimitedSet.of(row.getString(7)));
    }

}

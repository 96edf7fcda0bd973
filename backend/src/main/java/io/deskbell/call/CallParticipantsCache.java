package io.deskbell.call;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.deskbell.shared.Caller;
import lombok.RequiredArgsConstructor;

import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Repository;

/**
 * Who takes part in which call, asked for every message: one statement and no entities,
 * and what it found is remembered until the call changes. One that rings is asked for
 * again: nothing may be refused because the answer came to another server.
 */
@Repository
@RequiredArgsConstructor
class CallParticipantsCache {

    /** How long a change that another server makes may go unnoticed. */
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

    /** The call has changed; waits for whoever is just reading how it was. */
    void forget(UUID id) {
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

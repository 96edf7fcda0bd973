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
 * Who talks in which call, asked for every message: one statement and no entities, and
 * what it found is remembered until the call changes. One that rings is asked for again:
 * nothing may be refused because the answer came to another server.
 */
@Repository
@RequiredArgsConstructor
class Talks {

    /** How long a change that another server makes may go unnoticed. */
    private static final Duration REMEMBERED = Duration.ofSeconds(1);

    private static final int MOST = 20_000;

    private static final String SELECT = """
            select id, number, state, region, desk, guide, former_guides from calls where id = ?""";

    private final Cache<UUID, Optional<Talk>> remembered = Caffeine.newBuilder()
        .expireAfterWrite(REMEMBERED)
        .maximumSize(MOST)
        .build();

    private final JdbcOperations jdbc;

    Optional<Talk> find(UUID id) {
        Optional<Talk> talk = this.remembered.get(id, this::read);
        if (talk.filter((it) -> it.state() == CallState.RINGING).isPresent()) {
            forget(id);
        }
        return talk;
    }

    /** The call has changed; waits for whoever is just reading how it was. */
    void forget(UUID id) {
        this.remembered.invalidate(id);
    }

    private Optional<Talk> read(UUID id) {
        return this.jdbc.query(SELECT, (row, number) -> talk(row), id).stream().findFirst();
    }

    private static Talk talk(ResultSet row) throws SQLException {
        return new Talk(row.getObject(1, UUID.class), row.getLong(2), CallState.valueOf(row.getString(3)),
                row.getString(4), Caller.usernameOfDesk(row.getString(5)), row.getString(6),
                Codes.of(row.getString(7)));
    }

}

package io.deskbell.call;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import io.deskbell.shared.Caller;
import lombok.RequiredArgsConstructor;

import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Repository;

/**
 * Who talks in which call, read for every group of messages: one statement and no
 * entities.
 */
@Repository
@RequiredArgsConstructor
class Talks {

    private static final String SELECT = "select id, number, state, region, desk, guide from calls where id = any(?)";

    private final JdbcOperations jdbc;

    Map<UUID, Talk> find(Collection<UUID> ids) {
        Map<UUID, Talk> found = HashMap.newHashMap(ids.size());
        this.jdbc.query(SELECT, (PreparedStatement statement) -> statement.setArray(1,
                statement.getConnection().createArrayOf("uuid", ids.toArray())), (ResultSet row) -> {
                    Talk talk = read(row);
                    found.put(talk.id(), talk);
                });
        return found;
    }

    private static Talk read(ResultSet row) throws SQLException {
        return new Talk(row.getObject(1, UUID.class), row.getLong(2), CallState.valueOf(row.getString(3)),
                row.getString(4), Caller.usernameOfDesk(row.getString(5)), row.getString(6));
    }

}

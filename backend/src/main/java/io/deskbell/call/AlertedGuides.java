package io.deskbell.call;

import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import lombok.RequiredArgsConstructor;

import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Repository;

/**
 * Whom each call's ring alerted: one row, however many they are. Those who answer have an
 * {@link Alert} of their own.
 */
@Repository
@RequiredArgsConstructor
class AlertedGuides {

    private final JdbcOperations jdbc;

    void keep(UUID call, Collection<String> usernames) {
        this.jdbc.update("insert into alerted_guides (call_id, usernames) values (?, ?)", (statement) -> {
            statement.setObject(1, call);
            statement.setArray(2, statement.getConnection().createArrayOf("varchar", usernames.toArray()));
        });
    }

    /** Their usernames, none for a call that did not ring. */
    Set<String> of(UUID call) {
        return this.jdbc
            .query("select usernames from alerted_guides where call_id = ?", (row, number) -> names(row.getArray(1)),
                    call)
            .stream()
            .findFirst()
            .orElse(Set.of());
    }

    private static Set<String> names(Array array) throws SQLException {
        Object[] usernames = (Object[]) array.getArray();
        return Arrays.stream(usernames).map(String::valueOf).collect(Collectors.toSet());
    }

}

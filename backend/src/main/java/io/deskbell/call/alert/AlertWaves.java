package io.deskbell.call.alert;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import lombok.RequiredArgsConstructor;

import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Repository;

/**
 * Whom each call alerted and when: one row for each wave, however many guides it reached.
 * Those who respond have an {@link Alert} each.
 */
@Repository
@RequiredArgsConstructor
public class AlertWaves {

    private final JdbcOperations jdbc;

    /** The first wave of a call, unless it reached nobody. */
    void addFirst(UUID call, Collection<String> usernames, Instant now) {
        if (usernames.isEmpty()) {
            return;
        }
        this.jdbc.update("insert into alert_waves (call_id, sent_at, usernames) values (?, ?, ?)", (statement) -> {
            statement.setObject(1, call);
            statement.setObject(2, now.atOffset(ZoneOffset.UTC));
            statement.setArray(3, statement.getConnection().createArrayOf("varchar", usernames.toArray()));
        });
    }

    /** A further wave, to those whom no earlier one has reached. */
    void addFurther(UUID call, Collection<String> usernames, Instant now) {
        Map<String, Instant> before = of(call);
        Set<Instant> taken = Set.copyOf(before.values());
        List<String> fresh = usernames.stream().filter((name) -> !before.containsKey(name)).toList();
        if (!fresh.isEmpty()) {
            Instant at = now;
            while (taken.contains(at)) {
                at = at.plusMillis(1);
            }
            addFirst(call, fresh, at);
        }
    }

    /** When each was alerted first, by username; empty for a call that did not ring. */
    public Map<String, Instant> of(UUID call) {
        Map<String, Instant> alerted = new LinkedHashMap<>();
        this.jdbc.query("select sent_at, usernames from alert_waves where call_id = ? order by sent_at", (row) -> {
            Instant at = row.getObject(1, OffsetDateTime.class).toInstant();
            names(row).forEach((name) -> alerted.putIfAbsent(name, at));
        }, call);
        return alerted;
    }

    private static List<String> names(ResultSet row) throws SQLException {
        Array array = row.getArray(2);
        return Arrays.stream((Object[]) array.getArray()).map(String.class::cast).toList();
    }

}

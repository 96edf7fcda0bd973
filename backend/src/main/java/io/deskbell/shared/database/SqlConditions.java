package io.deskbell.shared.database;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import io.deskbell.shared.Refusal;
import io.deskbell.shared.text.UserText;
import lombok.Getter;
import org.jspecify.annotations.Nullable;

/** Collects the conditions of a query; absent values add none. */
public class SqlConditions {

    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59.999Z");

    private final StringBuilder sql = new StringBuilder("1 = 1");

    @Getter
    private final Map<String, Object> values = new HashMap<>();

    /**
     * Adds a condition with a named parameter, unless the value is null.
     * @throws Refusal {@code INVALID_REQUEST} for a value that the database cannot
     * represent
     */
    public SqlConditions and(String condition, String name, @Nullable Object value) {
        boolean given = value != null && !value.equals("") && !(value instanceof Collection<?> many && many.isEmpty());
        if (given) {
            check(name, value);
            this.sql.append(" and ").append(condition);
            this.values.put(name, (value instanceof Instant time) ? time.atOffset(ZoneOffset.UTC) : value);
        }
        return this;
    }

    /**
     * Validates a value before it reaches the database.
     * @throws Refusal {@code INVALID_REQUEST} for a value that the database cannot
     * represent
     */
    public static void check(String name, @Nullable Object value) {
        boolean strange = (value instanceof String text && !text.matches(UserText.STORABLE))
                || (value instanceof Instant time && (time.isBefore(Instant.EPOCH) || time.isAfter(END_OF_TIME)));
        if (strange) {
            throw Refusal.invalid(name, "not a value that fits here");
        }
    }

    @Override
    public String toString() {
        return this.sql.toString();
    }

}

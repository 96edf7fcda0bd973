package io.deskbell.shared;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import lombok.Getter;
import org.jspecify.annotations.Nullable;

/** The conditions of a search, gathered one by one; what is not given adds none. */
public class Conditions {

    private static final int SHORTEST = 2;

    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59.999Z");

    private final StringBuilder sql = new StringBuilder("1 = 1");

    @Getter
    private final Map<String, Object> values = new HashMap<>();

    /**
     * Adds a condition that names its value, unless there is none.
     * @throws Refusal {@code INVALID_REQUEST} for a value that no database knows
     */
    public Conditions and(String condition, String name, @Nullable Object value) {
        boolean given = value != null && !value.equals("") && !(value instanceof Collection<?> many && many.isEmpty());
        if (given) {
            check(name, value);
            this.sql.append(" and ").append(condition);
            this.values.put(name, (value instanceof Instant time) ? time.atOffset(ZoneOffset.UTC) : value);
        }
        return this;
    }

    private static void check(String name, @Nullable Object value) {
        boolean strange = (value instanceof String text && !text.matches(Texts.STORABLE))
                || (value instanceof Instant time && (time.isBefore(Instant.EPOCH) || time.isAfter(END_OF_TIME)));
        if (strange) {
            throw Refusal.invalid(name, "not a value that fits here");
        }
    }

    /**
     * Adds a search for any part of a text, small and capital letters alike.
     * @param condition compares with {@code like :q escape '!'}
     * @throws Refusal {@code INVALID_REQUEST} for less than two characters
     */
    public Conditions andContains(String condition, @Nullable String part) {
        if (part == null || part.isBlank()) {
            return this;
        }
        String text = part.strip();
        if (text.codePointCount(0, text.length()) < SHORTEST) {
            throw Refusal.invalid("q", "needs two characters or more");
        }
        String literal = text.toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_");
        return and(condition, "q", "%" + literal + "%");
    }

    @Override
    public String toString() {
        return this.sql.toString();
    }

}

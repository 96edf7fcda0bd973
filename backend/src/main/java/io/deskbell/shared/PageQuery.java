package io.deskbell.shared;

import org.jspecify.annotations.Nullable;

/**
 * The requested page of a list.
 *
 * @param limit 1 to 200 rows, 50 if absent; kept as text, so that an invalid or empty
 * value is refused instead of treated as absent
 */
public record PageQuery(@Nullable String limit, @Nullable String cursor) {

    private static final int DEFAULT_LIMIT = 50;

    private static final String LIMIT = "[1-9]\\d?|1\\d\\d|200";

    /**
     * The number of rows requested.
     * @throws Refusal {@code INVALID_REQUEST} if it is not a number from 1 to 200
     */
    public int size() {
        if (this.limit == null) {
            return DEFAULT_LIMIT;
        }
        if (!this.limit.matches(LIMIT)) {
            throw Refusal.invalid("limit", "must be a number from 1 to 200");
        }
        return Integer.parseInt(this.limit);
    }

    /**
     * The given cursor, whose key must have this many parts, or null for the first page.
     */
    public @Nullable Cursor after(int parts) {
        return Cursor.decode(this.cursor, parts);
    }

}

package io.deskbell.shared;

import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for.
 *
 * @param limit 1 to 200 rows, 50 where none is given; kept as it was given, so that a bad
 * one, an empty one too, is refused and not taken for none
 */
public record PageQuery(@Nullable String limit, @Nullable String cursor) {

    private static final int DEFAULT_LIMIT = 50;

    private static final String LIMIT = "[1-9]\\d?|1\\d\\d|200";

    /**
     * How many rows are asked for.
     * @throws Refusal {@code INVALID_REQUEST} for what is not a number from 1 to 200
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

    /** The cursor given, whose key has this many parts, or null for the first page. */
    public @Nullable Cursor after(int parts) {
        return Cursor.decode(this.cursor, parts);
    }

}

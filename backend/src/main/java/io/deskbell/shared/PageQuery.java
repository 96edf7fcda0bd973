package io.deskbell.shared;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for.
 *
 * @param limit 1 to 200 rows, 50 where none is given
 */
public record PageQuery(@Nullable @Min(1) @Max(200) Integer limit, @Nullable String cursor) {

    private static final int DEFAULT_LIMIT = 50;

    public int size() {
        return (this.limit != null) ? this.limit : DEFAULT_LIMIT;
    }

    /** The cursor given, whose key has this many parts, or null for the first page. */
    public @Nullable Cursor after(int parts) {
        return Cursor.decode(this.cursor, parts);
    }

}

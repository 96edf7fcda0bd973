package io.deskbell.shared;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/** One page of a list, and the cursor of the next one or null at the end. */
public record Page<T>(List<T> items, @Nullable String next) {

    /**
     * Builds a page from rows queried with a limit of {@code limit + 1}.
     * @param rows up to {@code limit + 1} rows
     * @param cursor the cursor after a row
     */
    public static <R, T> Page<T> of(List<R> rows, int limit, Function<R, Cursor> cursor, Function<R, T> item) {
        boolean more = rows.size() > limit;
        List<R> shown = more ? rows.subList(0, limit) : rows;
        String next = more ? cursor.apply(shown.getLast()).encoded() : null;
        return new Page<>(shown.stream().map(item).toList(), next);
    }

}

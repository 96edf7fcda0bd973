package io.deskbell.call;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Several codes or usernames in one column, which is only read as a whole and has no
 * bound: a line such as {@code ,busan,jeju,}, or null for none.
 */
public final class DelimitedSet {

    private DelimitedSet() {
    }

    /** Those of a line, in the order in which they were added. */
    public static Set<String> of(@Nullable String line) {
        return (line == null) ? Set.of()
                : new LinkedHashSet<>(List.of(line.substring(1, line.length() - 1).split(",", -1)));
    }

    /** The line with one more, once each. */
    static String with(@Nullable String line, String one) {
        if (line == null) {
            return "," + one + ",";
        }
        return line.contains("," + one + ",") ? line : line + one + ",";
    }

}

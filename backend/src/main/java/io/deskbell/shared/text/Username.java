package io.deskbell.shared.text;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** A username as it is kept, however it was typed. */
public record Username(String value) {

    /** What a person's username looks like. */
    public static final String PATTERN = "[a-z0-9._-]{3,32}";

    /** What the username of a person or of a desk looks like. */
    public static final String OF_ANYBODY = PATTERN + "|desk:[a-z0-9-]{2,32}";

    public Username {
        value = folded(value);
    }

    /** Capitals and spaces around it make no difference. */
    public static String folded(String typed) {
        return typed.replaceAll("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$", "").toLowerCase(Locale.ROOT);
    }

    /** The same, for a field in which there may be none. */
    public static @Nullable String foldedOrNull(@Nullable String typed) {
        return (typed != null) ? folded(typed) : null;
    }

    @Override
    public String toString() {
        return this.value;
    }

}

package io.deskbell.shared.text;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** A username in its stored form, however it was typed. */
public record Username(String value) {

    /** Pattern of a person's username. */
    public static final String PATTERN = "[a-z0-9._-]{3,32}";

    /** Pattern of a person's or desk's username. */
    public static final String OF_ANYBODY = PATTERN + "|desk:[a-z0-9-]{2,32}";

    public Username {
        value = folded(value);
    }

    /** Ignores case and surrounding spaces. */
    public static String folded(String typed) {
        return typed.replaceAll("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$", "").toLowerCase(Locale.ROOT);
    }

    /** The same for an optional field. */
    public static @Nullable String foldedOrNull(@Nullable String typed) {
        return (typed != null) ? folded(typed) : null;
    }

    @Override
    public String toString() {
        return this.value;
    }

}

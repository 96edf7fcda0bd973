package io.deskbell.shared;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What people write: 1 to 2,000 characters after trimming (contract, guarantee 7);
 * nothing is cut.
 */
public final class Texts {

    public static final int MAX_CHARACTERS = 2_000;

    /**
     * Pattern of any text that can be kept: neither the character NUL nor half a
     * surrogate pair, which no database keeps as it is.
     */
    public static final String STORABLE = "[^\\x00\\x{d800}-\\x{dfff}]*";

    /** How a refusal says it. */
    public static final String BOUNDS = "1 to 2000 characters after trimming";

    private Texts() {
    }

    /**
     * Whether a database keeps it as it is. Every message is asked this, and a regular
     * expression took 7 % of what one cost.
     */
    public static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            }
            else if (c == 0 || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The text without white space around it, or nothing where it is none that can be
     * kept.
     */
    public static Optional<String> trimmed(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        String trimmed = text.strip();
        int characters = trimmed.codePointCount(0, trimmed.length());
        boolean fits = characters >= 1 && characters <= MAX_CHARACTERS && isStorable(trimmed);
        return fits ? Optional.of(trimmed) : Optional.empty();
    }

}

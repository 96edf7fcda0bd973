package io.deskbell.shared.text;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Validates text written by people: 1 to 2,000 characters after trimming, at least one of
 * them visible; never truncated.
 */
public final class UserText {

    public static final int MAX_CHARACTERS = 2_000;

    /**
     * Pattern of any storable text: without NUL and lone surrogates, which databases
     * cannot store.
     */
    public static final String STORABLE = "[^\\x00\\x{d800}-\\x{dfff}]*";

    /** The rule as stated in refusals. */
    public static final String BOUNDS = "1 to 2000 characters after trimming, one of them visible";

    /**
     * Letters and symbols that render blank: Hangul fillers, the blank Braille pattern,
     * the object replacement character, the null notehead, hieroglyphic blanks.
     */
    private static final String DRAWN_AS_NOTHING = "\u115f\u1160\u3164\uffa0\u2800\ufffc\ud834\udd59\ud80d\udc41\ud80d\udc42";

    /** Visible signs of Unicode's format category, such as those enclosing numbers. */
    private static final String DRAWN_FORMATS = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2"
            + "\ud804\udcbd\ud804\udccd";

    private UserText() {
    }

    /**
     * Whether a database can store the text. Not a regular expression, which took 7 % of
     * the CPU time of a message.
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
     * Whether any character is visible: not spaces, controls, combining or joining
     * characters, or letters that render blank.
     */
    public static boolean hasVisible(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (isVisible(text.codePointAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK,
                    Character.SURROGATE ->
                false;
            case Character.FORMAT -> DRAWN_FORMATS.indexOf(character) >= 0;
            case Character.UNASSIGNED -> !isVisibleIgnorable(character);
            default -> DRAWN_AS_NOTHING.indexOf(character) < 0;
        };
    }

    /**
     * Unassigned code points that are default-ignorable, and noncharacters.
     */
    private static boolean isVisibleIgnorable(int character) {
        boolean reserved = character == 0x2065 || (character >= 0xfff0 && character <= 0xfff8)
                || (character >= 0xe0000 && character <= 0xe0fff);
        boolean never = (character & 0xfffe) == 0xfffe || (character >= 0xfdd0 && character <= 0xfdef);
        return reserved || never;
    }

    /** The text of an optional field, or null if it is blank. */
    public static @Nullable String orNothing(@Nullable String text) {
        return (text == null || text.isBlank()) ? null : text.strip();
    }

    /**
     * The trimmed text, or empty if it is not valid.
     */
    public static Optional<String> trimmed(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        String trimmed = text.strip();
        int characters = trimmed.codePointCount(0, trimmed.length());
        boolean fits = characters <= MAX_CHARACTERS && isStorable(trimmed) && hasVisible(trimmed);
        return fits ? Optional.of(trimmed) : Optional.empty();
    }

}

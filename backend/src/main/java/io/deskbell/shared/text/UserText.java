package io.deskbell.shared.text;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What people write: 1 to 2,000 characters after trimming, one of them visible; nothing
 * is cut.
 */
public final class UserText {

    public static final int MAX_CHARACTERS = 2_000;

    /**
     * Pattern of any text that can be kept: neither the character NUL nor half a
     * surrogate pair, which no database keeps as it is.
     */
    public static final String STORABLE = "[^\\x00\\x{d800}-\\x{dfff}]*";

    /** How a refusal says it. */
    public static final String BOUNDS = "1 to 2000 characters after trimming, one of them visible";

    /**
     * Letters and symbols without a shape: Hangul fillers, the empty braille pattern, the
     * object that is not there, the null notehead, hieroglyphic blanks.
     */
    private static final String DRAWN_AS_NOTHING = "\u115f\u1160\u3164\uffa0\u2800\ufffc\ud834\udd59\ud80d\udc41\ud80d\udc42";

    /** Signs that Unicode counts among the formats, and that enclose numbers. */
    private static final String DRAWN_FORMATS = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2"
            + "\ud804\udcbd\ud804\udccd";

    private UserText() {
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
     * Whether anything of it can be seen: neither spaces and controls can, nor what only
     * shapes or joins others, nor a letter that is drawn as nothing.
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
     * What Unicode says never to draw even before it is assigned, and what it never
     * assigns.
     */
    private static boolean isVisibleIgnorable(int character) {
        boolean reserved = character == 0x2065 || (character >= 0xfff0 && character <= 0xfff8)
                || (character >= 0xe0000 && character <= 0xe0fff);
        boolean never = (character & 0xfffe) == 0xfffe || (character >= 0xfdd0 && character <= 0xfdef);
        return reserved || never;
    }

    /** What is written where nothing needs to be, or nothing. */
    public static @Nullable String orNothing(@Nullable String text) {
        return (text == null || text.isBlank()) ? null : text.strip();
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
        boolean fits = characters <= MAX_CHARACTERS && isStorable(trimmed) && hasVisible(trimmed);
        return fits ? Optional.of(trimmed) : Optional.empty();
    }

}

package io.deskbell.shared.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Folds texts for searching: ignores case, width, Unicode form and invisible characters.
 * Each character is folded by itself, so that substrings still match; independent of the
 * locale of the server or database.
 */
public final class TextFolding {

    private TextFolding() {
    }

    /**
     * Like Unicode's NFKC_Casefold, and additionally maps all four Turkish letters i to
     * one.
     */
    public static String fold(String text) {
        return isPlain(text) ? plain(text) : any(text);
    }

    /**
     * Fast path: Hangul syllables, common Chinese characters and ASCII need no
     * normalisation.
     */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80 && (c < '\u4e00' || c > '\u9fff') && (c < '\uac00' || c > '\ud7a3')) {
                return false;
            }
        }
        return true;
    }

    private static String plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                return text.toLowerCase(Locale.ROOT);
            }
        }
        return text;
    }

    private static String any(String text) {
        String small = small(Normalizer.normalize(text, Normalizer.Form.NFKC));
        String capital = small.toUpperCase(Locale.ROOT);
        return small(Normalizer.normalize(capital, Normalizer.Form.NFKC));
    }

    /** Lower-cases each character by itself, so that a final sigma is like any other. */
    private static String small(String text) {
        StringBuilder small = new StringBuilder(text.length());
        text.codePoints()
            .filter((character) -> !isUnseen(character))
            .map(Character::toLowerCase)
            .forEach(small::appendCodePoint);
        return small.toString();
    }

    /**
     * Format characters such as soft hyphens, joiners and direction marks, and variation
     * selectors.
     */
    private static boolean isUnseen(int character) {
        return Character.getType(character) == Character.FORMAT || (character >= 0xfe00 && character <= 0xfe0f)
                || (character >= 0xe0100 && character <= 0xe01ef);
    }

}

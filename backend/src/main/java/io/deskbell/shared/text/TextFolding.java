package io.deskbell.shared.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Makes texts alike that people take for the same: whatever their case, width and Unicode
 * form, and whatever is in them that cannot be seen. Each character is folded by itself,
 * so that a part of a text is found in it; no machine's or database's language has a say.
 */
public final class TextFolding {

    private TextFolding() {
    }

    /**
     * Like NFKC_Casefold of Unicode, and besides all four letters i of Turkish are one.
     */
    public static String fold(String text) {
        return isPlain(text) ? plain(text) : any(text);
    }

    /**
     * Hangul, the usual Chinese characters and ASCII have one form each: nearly all
     * texts.
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

    /** One character after the other: the last sigma of a word is like any other. */
    private static String small(String text) {
        StringBuilder small = new StringBuilder(text.length());
        text.codePoints()
            .filter((character) -> !isUnseen(character))
            .map(Character::toLowerCase)
            .forEach(small::appendCodePoint);
        return small.toString();
    }

    /**
     * Formats such as soft hyphens, joiners and marks of direction, and variation
     * selectors.
     */
    private static boolean isUnseen(int character) {
        return Character.getType(character) == Character.FORMAT || (character >= 0xfe00 && character <= 0xfe0f)
                || (character >= 0xe0100 && character <= 0xe01ef);
    }

}

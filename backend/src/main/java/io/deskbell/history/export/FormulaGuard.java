package io.deskbell.history.export;

import java.text.Normalizer;

import io.deskbell.shared.text.UserText;

/**
 * Keeps a spreadsheet from taking a text for a formula (CSV injection, as OWASP calls
 * it). Such a text gets an apostrophe in front, and so does one that begins with an
 * apostrophe: who takes one apostrophe away from each cell that begins with one has what
 * was written.
 */
final class FormulaGuard {

    private static final char GUARD = '\'';

    /** The last one is the minus sign of Unicode, which is no compatibility form. */
    private static final String FORMULA = "=+-@\u2212";

    private FormulaGuard() {
    }

    static String guarded(String text) {
        return (!text.isEmpty() && (text.charAt(0) == GUARD || couldBeFormula(text))) ? GUARD + text : text;
    }

    /** What cannot be seen before it is passed over, as some spreadsheets do. */
    private static boolean couldBeFormula(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int character = text.codePointAt(i);
            if (isLetterOfEveryday(character)) {
                return false;
            }
            if (endsCellOrLine(character)) {
                return true;
            }
            String alone = Character.toString(character);
            if (UserText.hasVisible(alone)) {
                return FORMULA.indexOf(Normalizer.normalize(alone, Normalizer.Form.NFKC).codePointAt(0)) >= 0;
            }
        }
        return false;
    }

    /** Almost every cell begins with one of these, and needs no closer look. */
    private static boolean isLetterOfEveryday(int character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9') || (character >= 0xac00 && character <= 0xd7a3);
    }

    private static boolean endsCellOrLine(int character) {
        return (character >= '\t' && character <= '\r') || character == 0x85 || character == 0x2028
                || character == 0x2029;
    }

}

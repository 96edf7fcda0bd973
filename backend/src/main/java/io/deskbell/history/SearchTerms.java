package io.deskbell.history;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.deskbell.shared.Refusal;
import io.deskbell.shared.text.TextFolding;
import io.deskbell.shared.text.UserText;
import org.jspecify.annotations.Nullable;

/**
 * What is searched for in texts: all of some words, each as any part of the text, and
 * phrases in quotes. Case, width and Unicode form make no difference, and no character is
 * a wildcard.
 */
record SearchTerms(List<String> parts) {

    private static final int SHORTEST = 2;

    /** A phrase in quotes that stands by itself, or else what lies between spaces. */
    private static final Pattern PART = Pattern.compile("(?<!\\S)[\"“”]([^\"“”]*)[\"“”](?!\\S)|\\S+",
            Pattern.UNICODE_CHARACTER_CLASS);

    /**
     * The words of a query; none where there is no query.
     * @throws Refusal {@code INVALID_REQUEST} for less than two characters
     */
    static SearchTerms of(@Nullable String query) {
        if (query == null) {
            return new SearchTerms(List.of());
        }
        if (!UserText.isStorable(query)) {
            throw Refusal.invalid("q", "not a value that fits here");
        }
        List<String> parts = new ArrayList<>();
        Matcher matcher = PART.matcher(TextFolding.fold(query));
        while (matcher.find()) {
            String part = (matcher.group(1) != null) ? matcher.group(1) : matcher.group();
            parts.add(part.strip());
        }
        if (parts.stream().mapToInt((part) -> part.codePointCount(0, part.length())).sum() < SHORTEST) {
            throw Refusal.invalid("q", "needs two characters or more");
        }
        return new SearchTerms(parts);
    }

    boolean areNone() {
        return this.parts.isEmpty();
    }

    /** Whether a text has all of them. */
    boolean areIn(String text) {
        String folded = TextFolding.fold(text);
        return this.parts.stream().allMatch(folded::contains);
    }

}

package io.deskbell.shared.text;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Texts are kept as they were written, or refused as a whole. */
class UserTextTests {

    private static final String FAMILY = "👨‍👩‍👧‍👦";

    @ParameterizedTest
    @ValueSource(strings = { "a", "안녕하세요", "中文", "שלום", "👍🏽", FAMILY, "line\nline", "a\tb", "<b>&amp;</b>" })
    void areKeptAsTheyAre(String text) {
        assertThat(UserText.trimmed(text)).contains(text);
    }

    @Test
    void loseTheWhiteSpaceAroundThem() {
        assertThat(UserText.trimmed(" \n\t\u3000 여기요 \u2003\r\n")).contains("여기요");
    }

    @ParameterizedTest
    @ValueSource(
            strings = { "서울 😀\n\t", "", "a\0", "\uD83D", "\uDE00\uD83D", "\uD83D\uD83D\uDE00", "😀\uDE00", "\uFFFF" })
    void ofAnyFieldFollowTheSamePattern(String text) {
        assertThat(UserText.isStorable(text)).isEqualTo(text.matches(UserText.STORABLE));
    }

    @Test
    void thatADatabaseKeepsHaveNeitherNulNorHalfAPair() {
        assertThat("서울 😀\n\t").matches(UserText.STORABLE);
        assertThat("").matches(UserText.STORABLE);
        assertThat("a\0").doesNotMatch(UserText.STORABLE);
        assertThat("\uD83D").doesNotMatch(UserText.STORABLE);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "", " ", "\n\t", "\u3000" })
    void ofNothingAreNone(@Nullable String text) {
        assertThat(UserText.trimmed(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "\u200b", "\u200d", "\ufeff", "\u00ad", "\u3164", "\u2060", "\u115f\u1160", "\uffa0",
            "\u2800", "\ufe0f", "\ufe00\u200c", "\u034f", "\u17b4", "\u180e", "\u061c\u202e", "\u2061\u2064", "\u2065",
            "\u206a", "\ufff9\ufffb", "\ufff0", "\u0301", "\u0903", "\u20e3", "\u00a0\u2007\u202f", "\u1680",
            "\u2028\u2029", "\u0001\u007f", "\u0085", "\ufffc", "\uffff", "\ufdd0", "\ud834\udd73", "\ud834\udd59",
            "\ud80d\udc41", "\udb40\udc41", "\udb40\udd00", "\udb40\udfff", "\u200b \u3164\n\u2800" })
    void inWhichNothingCanBeSeenAreNone(String text) {
        assertThat(UserText.trimmed(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "\u200ba", ".", "1\ufe0f\u20e3", "e\u0301", "\u0645\u200c", "\u1100", "\uffa1", "\u06dd",
            "\u0378", "\ue000", "\ud83c\uddf0\ud83c\uddf7", "\ud83d\udc41\u200d", "\u3131", "\ufffd", "$" })
    void ofWhichAnythingCanBeSeenAreKept(String text) {
        assertThat(UserText.trimmed(text)).contains(text);
    }

    @Test
    void haveUpToTwoThousandCharacters() {
        assertThat(UserText.trimmed("가".repeat(2000))).isPresent();
        assertThat(UserText.trimmed("가".repeat(2001))).isEmpty();
        assertThat(UserText.trimmed("  " + "a".repeat(2000) + "  ")).isPresent();
    }

    @Test
    void countAnEmojiOfTwoCharsAsOneCharacter() {
        assertThat(UserText.trimmed("😀".repeat(2000))).isPresent();
        assertThat(UserText.trimmed("😀".repeat(2000) + "a")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "a\0b", "\0", "\uD83D", "a\uDE00b", "\uDE00\uD83D" })
    void thatNoDatabaseKeepsAreRefused(String text) {
        assertThat(UserText.trimmed(text)).isEmpty();
    }

}

package io.deskbell.shared;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Texts are kept as they were written, or refused as a whole. */
class TextsTests {

    private static final String FAMILY = "👨‍👩‍👧‍👦";

    @ParameterizedTest
    @ValueSource(strings = { "a", "안녕하세요", "中文", "שלום", "👍🏽", FAMILY, "line\nline", "a\tb", "<b>&amp;</b>" })
    void areKeptAsTheyAre(String text) {
        assertThat(Texts.trimmed(text)).contains(text);
    }

    @Test
    void loseTheWhiteSpaceAroundThem() {
        assertThat(Texts.trimmed(" \n\t\u3000 여기요 \u2003\r\n")).contains("여기요");
    }

    @ParameterizedTest
    @ValueSource(
            strings = { "서울 😀\n\t", "", "a\0", "\uD83D", "\uDE00\uD83D", "\uD83D\uD83D\uDE00", "😀\uDE00", "\uFFFF" })
    void ofAnyFieldFollowTheSamePattern(String text) {
        assertThat(Texts.isStorable(text)).isEqualTo(text.matches(Texts.STORABLE));
    }

    @Test
    void thatADatabaseKeepsHaveNeitherNulNorHalfAPair() {
        assertThat("서울 😀\n\t").matches(Texts.STORABLE);
        assertThat("").matches(Texts.STORABLE);
        assertThat("a\0").doesNotMatch(Texts.STORABLE);
        assertThat("\uD83D").doesNotMatch(Texts.STORABLE);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "", " ", "\n\t", "\u3000" })
    void ofNothingAreNone(@Nullable String text) {
        assertThat(Texts.trimmed(text)).isEmpty();
    }

    @Test
    void haveUpToTwoThousandCharacters() {
        assertThat(Texts.trimmed("가".repeat(2000))).isPresent();
        assertThat(Texts.trimmed("가".repeat(2001))).isEmpty();
        assertThat(Texts.trimmed("  " + "a".repeat(2000) + "  ")).isPresent();
    }

    @Test
    void countAnEmojiOfTwoCharsAsOneCharacter() {
        assertThat(Texts.trimmed("😀".repeat(2000))).isPresent();
        assertThat(Texts.trimmed("😀".repeat(2000) + "a")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "a\0b", "\0", "\uD83D", "a\uDE00b", "\uDE00\uD83D" })
    void thatNoDatabaseKeepsAreRefused(String text) {
        assertThat(Texts.trimmed(text)).isEmpty();
    }

}

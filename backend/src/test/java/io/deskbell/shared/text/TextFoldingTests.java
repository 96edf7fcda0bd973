package io.deskbell.shared.text;

import java.text.Normalizer;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What people take for the same text is the same once folded. */
class TextFoldingTests {

    @ParameterizedTest
    @CsvSource({ "INFO,info", "İNFO,ınfo", "ÉCOLE,école", "STRASSE,straße", "STRAẞE,Straße", "ΟΔΟΣ,οδος", "ΟΔΟΣ,οδοσ",
            "ＷｉＦｉ,wifi", "ｶﾞｲﾄﾞ,ガイド", "ﬁnd,FIND", "①番,1番", "ДОМ,дом", "K,k", "Ǆ,ǆ", "경\u00AD복궁,경복궁", "a\u200Bb,ab",
            "❤️,❤", "서울　역,서울 역", "ㅋㅋ,ᄏᄏ" })
    void isAlike(String one, String other) {
        assertThat(TextFolding.fold(one)).isEqualTo(TextFolding.fold(other));
    }

    @ParameterizedTest
    @ValueSource(strings = { "경복궁에 어떻게 가나요?", "École à Besançon", "Ǖbung", "ガイド", "Ελλάδα ΐ", "Việt Nam", "😀👍🏽", "각",
            "ế" })
    void isAlikeInEachUnicodeForm(String text) {
        for (Normalizer.Form form : Normalizer.Form.values()) {
            String formed = Normalizer.normalize(text, form);
            assertThat(TextFolding.fold(formed)).as("%s of %s", form, text).isEqualTo(TextFolding.fold(text));
        }
    }

    @ParameterizedTest
    @CsvSource({ "a,b", "가,각", "e,é", "ㄱ,가", "1,l", "0,o" })
    void isNotAlike(String one, String other) {
        assertThat(TextFolding.fold(one)).isNotEqualTo(TextFolding.fold(other));
    }

    /** Whatever is beside it, a character is the same. */
    @ParameterizedTest
    @ValueSource(strings = { "ΣΟΦΟΣΑΝΑ ΣΟΦΟΣ", "DİYARBAKIR Iğdır", "Straße STRASSE", "서울역 1번 출구 ABC" })
    void eachPartIsFoundInTheWhole(String text) {
        String folded = TextFolding.fold(text);
        IntStream.range(0, text.length() - 2)
            .mapToObj((from) -> text.substring(from, from + 3))
            .forEach((part) -> assertThat(folded).contains(TextFolding.fold(part)));
    }

    @Test
    void nothingStaysNothing() {
        assertThat(TextFolding.fold("")).isEmpty();
    }

}

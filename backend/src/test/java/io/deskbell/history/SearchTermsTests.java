package io.deskbell.history;

import io.deskbell.shared.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is typed to search for is understood as people mean it. */
class SearchTermsTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            value = { "taxi|Where is the TAXI?", "taxi where|Where is the taxi?", "ax her|Where is the taxi?",
                    "\"the taxi\"|Where is the taxi?", "“the taxi”|Where is the taxi?",
                    "where \"the taxi\"|Where is the taxi", "\"fine|say \"fine\" now", "0%|100% sure", "e_c|snake_case",
                    "a*b|a*b", "5\"|a 5\" screen", "궁 가|경복궁에 어떻게 가나요", "a b|b a", "방　키|방에 키를 두고", "\\p|C:\\path" })
    void finds(String query, String text) {
        assertThat(SearchTerms.of(query).areIn(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "taxi bus|Where is the taxi?", "\"taxi the\"|Where is the taxi?", "a%c|abc",
            "a_c|abc", "a*c|abc", "a.c|abc", "%%|anything", "**|anything" })
    void doesNotFind(String query, String text) {
        assertThat(SearchTerms.of(query).areIn(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "가", "\u1100\u1161", "😀", " a ", "\"\"", "\" \"", "\"a\"", "a\u200B\u200B",
            "\u200B\u200B" })
    void isTooShort(String query) {
        assertThatThrownBy(() -> SearchTerms.of(query)).isInstanceOf(Refusal.class);
    }

    @Test
    void ofNothingAreInEverything() {
        assertThat(SearchTerms.of(null).areIn("anything")).isTrue();
    }

}

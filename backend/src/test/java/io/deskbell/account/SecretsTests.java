package io.deskbell.account;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Codes can be read aloud and typed carelessly; tokens can't be guessed. */
class SecretsTests {

    @RepeatedTest(50)
    void codesHaveNoLettersThatAreMistakenForOthers() {
        assertThat(Secrets.code()).matches("([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}");
    }

    @Test
    void codesAndTokensDiffer() {
        assertThat(IntStream.range(0, 1000).mapToObj((i) -> Secrets.code()).collect(Collectors.toSet())).hasSize(1000);
        assertThat(IntStream.range(0, 1000).mapToObj((i) -> Secrets.token()).collect(Collectors.toSet())).hasSize(1000);
    }

    @Test
    void tokensAreOf256BitsAndFitIntoACookie() {
        assertThat(Secrets.token()).matches("[A-Za-z0-9_-]{43}");
    }

    @ParameterizedTest
    @ValueSource(strings = { "7K3M-Q2ZD-84XW", "7k3m-q2zd-84xw", "7K3MQ2ZD84XW", " 7K3M Q2ZD 84XW ", "7K3M–Q2ZD–84XW" })
    void aCodeIsTheSameHoweverItIsTyped(String typed) {
        assertThat(Secrets.hashOfCode(typed)).isEqualTo(Secrets.hash("7K3MQ2ZD84XW"));
    }

    @Test
    void hashesDifferWhereCodesDo() {
        assertThat(Secrets.hashOfCode("7K3M-Q2ZD-84XW")).isNotEqualTo(Secrets.hashOfCode("7K3M-Q2ZD-84XV"));
        assertThat(Secrets.hash("a")).matches("[0-9a-f]{64}");
    }

}

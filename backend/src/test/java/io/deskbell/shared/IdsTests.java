package io.deskbell.shared;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Ids are UUIDs of version 7, and nothing else is taken for one. */
class IdsTests {

    private static final Instant NOW = Instant.parse("2026-11-22T10:48:00.123Z");

    @Test
    void areOfVersionSevenAndOfTheVariantOfTheRfc() {
        UUID id = idAt(NOW);
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void sortByTime() {
        String earlier = idAt(NOW).toString();
        String later = idAt(NOW.plus(Duration.ofMillis(1))).toString();
        assertThat(earlier).isLessThan(later);
    }

    @Test
    void differWithinOneMillisecond() {
        Ids ids = new Ids(Clock.fixed(NOW, ZoneOffset.UTC));
        assertThat(IntStream.range(0, 10_000).mapToObj((i) -> ids.next()).collect(Collectors.toSet())).hasSize(10_000);
    }

    @Test
    void areReadAsTheyAreWritten() {
        UUID id = idAt(NOW);
        assertThat(Ids.parse(id.toString())).contains(id);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "", "1", "0-0-0-0-0", "not-an-id", "0198a0b8-0000-7000-8000-00000000000g",
            "0198a0b80-000-7000-8000-000000000001", "+198a0b8-0000-7000-8000-000000000001",
            "0198a0b8-0000-7000-8000-0000000000011", "{0198a0b8-0000-7000-8000-00000000001",
            "0198a0b8-0000-7000-80000-00000000001" })
    void areReadStrictly(@Nullable String text) {
        assertThat(Ids.parse(text)).isEmpty();
    }

    private static UUID idAt(Instant time) {
        return new Ids(Clock.fixed(time, ZoneOffset.UTC)).next();
    }

}

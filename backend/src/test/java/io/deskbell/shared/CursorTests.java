package io.deskbell.shared;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A cursor comes back as it was handed out; anything else is refused. */
class CursorTests {

    private static final Instant TIME = Instant.parse("2026-11-22T10:48:00.123Z");

    @Test
    void comesBackAsItWasHandedOut() {
        Cursor cursor = Cursor.decode(Cursor.after(TIME, 42L).encoded(), 2);
        assertThat(cursor).isNotNull();
        assertThat(cursor.time(0)).isEqualTo(TIME);
        assertThat(cursor.number(1)).isEqualTo(42);
    }

    @Test
    void ofNoneIsTheFirstPage() {
        assertThat(Cursor.decode(null, 1)).isNull();
    }

    @Test
    void isSafeInAQueryString() {
        assertThat(Cursor.after("한국어 ~?>").encoded()).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "%", "no base64!", "MQ", "a", "+/+/" })
    void ofAnotherShapeIsRefused(String given) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Cursor.decode(given, 2))
            .satisfies((refusal) -> assertThat(refusal.getErrors().getFirst().field()).isEqualTo("cursor"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "x", "-", "1.5", "99999999999999999999" })
    void whoseNumberIsNoneIsRefused(String number) {
        Cursor cursor = Cursor.decode(encoded(number), 1);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> cursor.number(0))
            .satisfies((refusal) -> assertThat(refusal.getCode()).isEqualTo(ProblemCode.INVALID_REQUEST));
    }

    @ParameterizedTest
    @ValueSource(longs = { Long.MIN_VALUE, Long.MAX_VALUE, -1 })
    void whoseTimeNoDatabaseKnowsIsRefused(long millis) {
        Cursor cursor = Cursor.decode(encoded(Long.toString(millis)), 1);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> cursor.time(0));
    }

    @Test
    void isMadeOnlyWhereMoreFollows() {
        assertThat(Page.of(List.of(1, 2, 3), 3, Cursor::after, String::valueOf).next()).isNull();
        Page<String> page = Page.of(List.of(1, 2, 3, 4), 3, Cursor::after, String::valueOf);
        assertThat(page.items()).containsExactly("1", "2", "3");
        assertThat(page.next()).isEqualTo(Cursor.after(3).encoded());
    }

    private static String encoded(String plain) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

}

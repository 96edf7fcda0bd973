package io.deskbell.chat;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A room knows each message by its sender and the sender's name for it. */
class MessageIndexTests {

    private static final Instant NOW = Instant.parse("2026-11-22T10:48:00Z");

    private final MessageIndex index = new MessageIndex();

    @Test
    void placesAreTakenInOrder() {
        assertThat(this.index.next("one", "a", NOW)).isEqualTo(1);
        assertThat(this.index.next("one", "b", NOW)).isEqualTo(2);
        assertThat(this.index.next("two", "a", NOW)).isEqualTo(3);
    }

    @Test
    void itGoesOnWhereItStood() {
        this.index.add(7, "one", "a", NOW);
        assertThat(this.index.seqOf("one", "a")).isEqualTo(7);
        assertThat(this.index.next("one", "b", NOW)).isEqualTo(8);
    }

    @Test
    void theSenderBelongsToTheName() {
        this.index.next("one", "a", NOW);
        assertThat(this.index.seqOf("two", "a")).isZero();
        assertThat(this.index.seqOf("on", "ea")).isZero();
        assertThat(this.index.seqOf("onea", "")).isZero();
    }

    @Test
    void nothingIsSaidBeforeWhatWasSaidBefore() {
        this.index.next("one", "a", NOW);
        assertThat(this.index.notBeforeTheLast(NOW.minusMillis(700))).isEqualTo(NOW);
        assertThat(this.index.notBeforeTheLast(NOW.plusMillis(1))).isEqualTo(NOW.plusMillis(1));
    }

    @Test
    void manyAreToldApart() {
        for (int i = 1; i <= 100_000; i++) {
            this.index.next("one", "c-" + i, NOW);
        }
        for (int i = 1; i <= 100_000; i++) {
            assertThat(this.index.seqOf("one", "c-" + i)).isEqualTo(i);
        }
    }

}

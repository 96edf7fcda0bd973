package io.deskbell.chat;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A room knows each message by its sender and the sender's name for it. */
class RoomTests {

    private final Room room = new Room();

    @Test
    void placesAreTakenInOrder() {
        assertThat(this.room.next("one", "a")).isEqualTo(1);
        assertThat(this.room.next("one", "b")).isEqualTo(2);
        assertThat(this.room.next("two", "a")).isEqualTo(3);
    }

    @Test
    void itGoesOnWhereItStood() {
        this.room.add(7, "one", "a");
        assertThat(this.room.seqOf("one", "a")).isEqualTo(7);
        assertThat(this.room.next("one", "b")).isEqualTo(8);
    }

    @Test
    void theSenderBelongsToTheName() {
        this.room.next("one", "a");
        assertThat(this.room.seqOf("two", "a")).isZero();
        assertThat(this.room.seqOf("on", "ea")).isZero();
        assertThat(this.room.seqOf("onea", "")).isZero();
    }

    @Test
    void manyAreToldApart() {
        for (int i = 1; i <= 100_000; i++) {
            this.room.next("one", "c-" + i);
        }
        for (int i = 1; i <= 100_000; i++) {
            assertThat(this.room.seqOf("one", "c-" + i)).isEqualTo(i);
        }
    }

}

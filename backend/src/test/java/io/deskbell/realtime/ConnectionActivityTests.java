package io.deskbell.realtime;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Who is silent for too long is lost; who should hear of the server does. */
class ConnectionActivityTests {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);

    private final ConnectionActivity activity = new ConnectionActivity(this.now::get);

    @Test
    void whoPromisedNothingMayBeSilent() {
        this.activity.begin(0, 0);
        pass(100_000);
        assertThat(this.activity.isLost()).isFalse();
        assertThat(this.activity.isDue()).isFalse();
    }

    @Test
    void threeBeatsThatDidNotComeAreTheEnd() {
        this.activity.begin(10_000, 0);
        pass(29);
        assertThat(this.activity.isLost()).isFalse();
        pass(2);
        assertThat(this.activity.isLost()).isTrue();
        this.activity.received();
        assertThat(this.activity.isLost()).isFalse();
    }

    @Test
    void theServersBeatIsThereBeforeTheClientLooks() {
        this.activity.begin(0, 10_000);
        pass(7);
        assertThat(this.activity.isDue()).isFalse();
        pass(2);
        assertThat(this.activity.isDue()).isTrue();
        this.activity.sent();
        assertThat(this.activity.isDue()).isFalse();
    }

    @Test
    void anAbsurdWishIsNoOverflow() {
        this.activity.begin(Long.MAX_VALUE, Long.MAX_VALUE);
        pass(100_000);
        assertThat(this.activity.isLost()).isFalse();
        assertThat(this.activity.isDue()).isFalse();
    }

    private void pass(long seconds) {
        this.now.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }

}

package io.deskbell.realtime;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Who is silent for too long is lost; who should hear of the server does. */
class PulseTests {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);

    private final Pulse pulse = new Pulse(this.now::get);

    @Test
    void whoPromisedNothingMayBeSilent() {
        this.pulse.begin(0, 0);
        pass(100_000);
        assertThat(this.pulse.isLost()).isFalse();
        assertThat(this.pulse.isDue()).isFalse();
    }

    @Test
    void threeBeatsThatDidNotComeAreTheEnd() {
        this.pulse.begin(10_000, 0);
        pass(29);
        assertThat(this.pulse.isLost()).isFalse();
        pass(2);
        assertThat(this.pulse.isLost()).isTrue();
        this.pulse.heard();
        assertThat(this.pulse.isLost()).isFalse();
    }

    @Test
    void theServersBeatIsThereBeforeTheClientLooks() {
        this.pulse.begin(0, 10_000);
        pass(7);
        assertThat(this.pulse.isDue()).isFalse();
        pass(2);
        assertThat(this.pulse.isDue()).isTrue();
        this.pulse.told();
        assertThat(this.pulse.isDue()).isFalse();
    }

    @Test
    void anAbsurdWishIsNoOverflow() {
        this.pulse.begin(Long.MAX_VALUE, Long.MAX_VALUE);
        pass(100_000);
        assertThat(this.pulse.isLost()).isFalse();
        assertThat(this.pulse.isDue()).isFalse();
    }

    private void pass(long seconds) {
        this.now.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }

}

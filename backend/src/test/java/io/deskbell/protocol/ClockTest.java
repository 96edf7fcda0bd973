package io.deskbell.protocol;

import java.time.Duration;

import io.deskbell.testing.Guide;
import io.deskbell.testing.Kiosk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A desk and its guide on a server whose machine's clock is put, and put right again. */
abstract class ClockTest extends ProtocolTest {

    protected String region;

    protected Guide guide;

    protected Kiosk kiosk;

    /** Less than a session lasts, since those go by the real clock of this machine. */
    private Duration put = Duration.ZERO;

    @BeforeEach
    void begin() {
        this.region = admin().region();
        this.guide = this.deskbell.guide(this.region);
        this.kiosk = this.deskbell.kiosk(this.region);
    }

    @AfterEach
    void putRight() {
        put(this.put.negated());
    }

    /** The server has followed when this returns. */
    protected final void put(Duration by) {
        this.put = this.put.plus(by);
        this.deskbell.put(by);
    }

    /** The server still has to notice. */
    protected final void putUnnoticed(Duration by) {
        this.put = this.put.plus(by);
        this.deskbell.clock().put(by);
    }

    protected final void pass(int seconds) {
        this.deskbell.clock().forward(Duration.ofSeconds(seconds));
    }

}

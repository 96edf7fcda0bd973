package io.deskbell.realtime.jetty;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.eclipse.jetty.websocket.core.OutgoingEntry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A reader that falls behind is given up, one that reads is not. */
class FrameWriterTests {

    private static final Duration MOST = Duration.ofSeconds(5);

    private static final byte[] FRAME = "0123456789".getBytes(StandardCharsets.UTF_8);

    private final List<OutgoingEntry> sent = new ArrayList<>();

    private final AtomicInteger givenUp = new AtomicInteger();

    private final AtomicLong now = new AtomicLong(-1);

    private final FrameWriter writer = new FrameWriter(this.sent::add, 25, MOST.toNanos(),
            this.givenUp::incrementAndGet, this.now::get);

    @Test
    void whatBelongsTogetherIsFlushedOnce() {
        this.writer.write(List.of(FRAME, FRAME, FRAME));
        assertThat(this.sent).extracting(OutgoingEntry::isBatch).containsExactly(true, true, false);
        assertThat(this.sent.getFirst().getFrame().getPayloadAsUTF8()).isEqualTo("0123456789");
    }

    @Test
    void tooMuchMayNotWait() {
        write(3);
        assertThat(this.givenUp).hasValue(0);
        write(1);
        assertThat(this.givenUp).hasValue(1);
        assertThat(this.sent).hasSize(3);
    }

    @Test
    void whatIsWrittenWaitsNoLonger() {
        write(3);
        this.sent.forEach((it) -> it.getCallback().succeeded());
        write(3);
        assertThat(this.givenUp).hasValue(0);
    }

    @Test
    void aLargeGroupMayBeWrittenToAReaderWhoIsReady() {
        this.writer.write(List.of(FRAME, FRAME, FRAME, FRAME));
        assertThat(this.givenUp).hasValue(0);
    }

    @Test
    void aReaderMayNotStandStill() {
        write(1);
        this.now.addAndGet(MOST.toNanos() + 1);
        write(1);
        assertThat(this.givenUp).hasValue(1);
    }

    @Test
    void aSlowReaderWhoGoesOnIsKept() {
        write(2);
        this.now.addAndGet(MOST.toNanos());
        this.sent.getFirst().getCallback().succeeded();
        this.now.addAndGet(MOST.toNanos());
        write(1);
        assertThat(this.givenUp).hasValue(0);
    }

    @Test
    void aReaderWhoWasIdleForLongIsKept() {
        this.now.addAndGet(MOST.toNanos() * 2);
        write(1);
        write(1);
        assertThat(this.givenUp).hasValue(0);
    }

    private void write(int frames) {
        for (int i = 0; i < frames; i++) {
            this.writer.write(List.of(FRAME));
        }
    }

}

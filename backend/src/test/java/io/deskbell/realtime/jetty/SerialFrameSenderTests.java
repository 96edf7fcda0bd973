package io.deskbell.realtime.jetty;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Frames leave in their order, and none is left out without a word. */
class SerialFrameSenderTests {

    private static final int FRAMES = 1_000;

    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();

    @Test
    void frameAfterFrameWhileTheReaderIsSlow() throws InterruptedException {
        BlockingQueue<String> reader = new SynchronousQueue<>();
        SerialFrameSender slow = new SerialFrameSender((text) -> put(reader, text.getPayload()),
                () -> this.events.add("given up"));
        List<String> frames = IntStream.range(0, FRAMES).mapToObj(Integer::toString).toList();
        frames.forEach((frame) -> send(slow, frame));
        for (String frame : frames) {
            assertThat(reader.poll(10, TimeUnit.SECONDS)).isEqualTo(frame);
            assertThat(next()).isEqualTo("sent " + frame);
        }
        assertThat(this.events).isEmpty();
    }

    @Test
    void nothingIsLeftWaitingWhenItBeginsAnewEachTime() throws InterruptedException {
        SerialFrameSender quick = new SerialFrameSender((text) -> {
        }, () -> this.events.add("given up"));
        for (int i = 0; i < FRAMES; i++) {
            send(quick, "frame");
            assertThat(next()).isEqualTo("sent frame");
        }
    }

    @Test
    void whatCannotBeSentGivesTheReaderUp() throws InterruptedException {
        SerialFrameSender broken = new SerialFrameSender((text) -> {
            if (text.getPayload().equals("gone")) {
                throw new IOException("gone");
            }
            throw new IllegalStateException("full");
        }, () -> this.events.add("given up"));
        send(broken, "gone");
        assertThat(List.of(next(), next())).containsExactly("failed gone", "given up");
        send(broken, "full");
        assertThat(List.of(next(), next())).containsExactly("failed full", "given up");
    }

    private void send(SerialFrameSender way, String text) {
        way.sendFrame(new Frame(OpCode.TEXT, text), Callback.from(() -> this.events.add("sent " + text),
                (ex) -> this.events.add("failed " + ex.getMessage())), false);
    }

    private String next() throws InterruptedException {
        return this.events.poll(10, TimeUnit.SECONDS);
    }

    private static void put(BlockingQueue<String> queue, String text) throws IOException {
        try {
            queue.put(text);
        }
        catch (InterruptedException ex) {
            throw new IOException(ex);
        }
    }

}

package io.deskbell.realtime.jetty;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.OutgoingFrames;

/**
 * Writes encoded frames to one connection: no header map and no copy for each, and one
 * flush for frames that come together. It never blocks; a client that falls behind the
 * limits is disconnected, and resumes.
 */
public final class FrameWriter {

    private final OutgoingFrames socket;

    private final long mostBytes;

    private final long mostNanos;

    private final Runnable giveUp;

    private final LongSupplier nanoTime;

    /** Bytes queued and not yet written. */
    private final AtomicLong waiting = new AtomicLong();

    /** When something was last written, or the first began to wait. */
    private volatile long progress;

    /**
     * @param mostBytes how much may wait when more is to be written
     * @param mostNanos how long nothing may be written while something waits
     * @param giveUp called where a bound is passed, possibly more than once
     */
    public FrameWriter(OutgoingFrames socket, long mostBytes, long mostNanos, Runnable giveUp, LongSupplier nanoTime) {
        this.socket = socket;
        this.mostBytes = mostBytes;
        this.mostNanos = mostNanos;
        this.giveUp = giveUp;
        this.nanoTime = nanoTime;
    }

    public void write(List<byte[]> frames) {
        write(frames, FrameWriter::nothing);
    }

    /**
     * Frames written together may exceed the limit if nothing is queued before them.
     * @param over called once the last is written, or none will be
     */
    public void write(List<byte[]> frames, Runnable over) {
        long before = this.waiting.getAndAdd(frames.stream().mapToLong((frame) -> frame.length).sum());
        long now = this.nanoTime.getAsLong();
        if (before == 0) {
            this.progress = now;
        }
        else if (before > this.mostBytes || now - this.progress > this.mostNanos) {
            this.giveUp.run();
            over.run();
            return;
        }
        int left = frames.size();
        for (byte[] frame : frames) {
            left--;
            this.socket.sendFrame(new Frame(OpCode.TEXT, ByteBuffer.wrap(frame)),
                    new Written(frame.length, (left > 0) ? FrameWriter::nothing : over), left > 0);
        }
    }

    private static void nothing() {
        // Nothing to do.
    }

    private final class Written implements Callback {

        private final int bytes;

        private final Runnable over;

        Written(int bytes, Runnable over) {
            this.bytes = bytes;
            this.over = over;
        }

        @Override
        public void succeeded() {
            FrameWriter.this.progress = FrameWriter.this.nanoTime.getAsLong();
            FrameWriter.this.waiting.addAndGet(-this.bytes);
            this.over.run();
        }

        /** The socket is closed; the container reports that itself. */
        @Override
        public void failed(Throwable ex) {
            FrameWriter.this.waiting.addAndGet(-this.bytes);
            this.over.run();
        }

        @Override
        public InvocationType getInvocationType() {
            return InvocationType.NON_BLOCKING;
        }

    }

}

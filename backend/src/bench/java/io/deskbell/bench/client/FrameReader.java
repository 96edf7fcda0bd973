package io.deskbell.bench.client;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Takes WebSocket messages out of a stream of bytes, however they were cut: several
 * frames a read, a frame over several reads, a message over several frames.
 */
final class FrameReader {

    private static final int CONTINUATION = 0;

    private static final int TEXT = 1;

    private static final int BINARY = 2;

    private static final int CLOSE = 8;

    private static final int PING = 9;

    private static final byte[] NOTHING = {};

    private final Sink sink;

    private byte[] rest = NOTHING;

    private final ByteArrayOutputStream fragments = new ByteArrayOutputStream(0);

    private boolean fragmented;

    FrameReader(Sink sink) {
        this.sink = sink;
    }

    /** Takes what was read, and keeps what is not yet a whole frame. */
    void read(byte[] data, int length) {
        if (this.rest.length == 0) {
            keep(data, frames(data, length), length);
            return;
        }
        byte[] joined = Arrays.copyOf(this.rest, this.rest.length + length);
        System.arraycopy(data, 0, joined, this.rest.length, length);
        keep(joined, frames(joined, joined.length), joined.length);
    }

    private void keep(byte[] data, int from, int to) {
        this.rest = (from == to) ? NOTHING : Arrays.copyOfRange(data, from, to);
    }

    /** Takes all whole frames, and tells where the first that is not whole begins. */
    private int frames(byte[] data, int to) {
        int at = 0;
        while (to - at >= 2) {
            int header = headerLength(data[at + 1]);
            if (to - at < header) {
                return at;
            }
            long length = payloadLength(data, at, header);
            if (to - at - header < length) {
                return at;
            }
            frame(data, at, at + header, (int) length);
            at += header + (int) length;
        }
        return at;
    }

    /** A server's frames are not masked. */
    private static int headerLength(byte second) {
        return switch (second & 0x7F) {
            case 126 -> 4;
            case 127 -> 10;
            default -> 2;
        };
    }

    private static long payloadLength(byte[] data, int at, int header) {
        if (header == 2) {
            return data[at + 1] & 0x7F;
        }
        long length = 0;
        for (int i = at + 2; i < at + header; i++) {
            length = (length << 8) | (data[i] & 0xFF);
        }
        return length;
    }

    private void frame(byte[] data, int at, int from, int length) {
        boolean last = (data[at] & 0x80) != 0;
        switch (data[at] & 0x0F) {
            case CONTINUATION, TEXT, BINARY -> part(data, from, length, last);
            case CLOSE -> this.sink.closed((length < 2) ? 1005 : ((data[from] & 0xFF) << 8) | (data[from + 1] & 0xFF));
            case PING -> this.sink.ping(Arrays.copyOfRange(data, from, from + length));
            default -> {
            }
        }
    }

    private void part(byte[] data, int from, int length, boolean last) {
        if (last && !this.fragmented) {
            this.sink.message(data, from, from + length);
            return;
        }
        this.fragments.write(data, from, length);
        this.fragmented = !last;
        if (last) {
            byte[] whole = this.fragments.toByteArray();
            this.fragments.reset();
            this.sink.message(whole, 0, whole.length);
        }
    }

    /** Where messages go. */
    interface Sink {

        void message(byte[] data, int from, int to);

        void ping(byte[] payload);

        void closed(int status);

    }

}

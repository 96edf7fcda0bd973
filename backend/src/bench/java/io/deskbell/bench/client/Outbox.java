package io.deskbell.bench.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.ThreadLocalRandom;

/** WebSocket frames, masked as a client must, on their way out of one connection. */
final class Outbox {

    private static final int FINAL = 0x80;

    private static final int MASKED = 0x80;

    private static final int LONGEST_HEADER = 14;

    /** Made at the first message, so that connections that only wait cost little. */
    private ByteBuffer buffer = ByteBuffer.allocate(32);

    void add(int opcode, byte[] payload) {
        reserve(payload.length + LONGEST_HEADER);
        this.buffer.put((byte) (FINAL | opcode));
        length(payload.length);
        int mask = ThreadLocalRandom.current().nextInt();
        this.buffer.putInt(mask);
        mask(payload, mask);
    }

    private void length(int length) {
        if (length < 126) {
            this.buffer.put((byte) (MASKED | length));
        }
        else if (length < 65536) {
            this.buffer.put((byte) (MASKED | 126)).putShort((short) length);
        }
        else {
            this.buffer.put((byte) (MASKED | 127)).putLong(length);
        }
    }

    private void mask(byte[] payload, int mask) {
        byte[] target = this.buffer.array();
        int at = this.buffer.position();
        for (int i = 0; i < payload.length; i++) {
            target[at + i] = (byte) (payload[i] ^ (mask >>> (24 - 8 * (i & 3))));
        }
        this.buffer.position(at + payload.length);
    }

    private void reserve(int bytes) {
        if (this.buffer.remaining() < bytes) {
            ByteBuffer larger = ByteBuffer.allocate(2 * (this.buffer.position() + bytes));
            larger.put(this.buffer.flip());
            this.buffer = larger;
        }
    }

    /** Writes what the socket takes, and tells whether that was all. */
    boolean flush(SocketChannel channel) throws IOException {
        if (this.buffer.position() == 0) {
            return true;
        }
        this.buffer.flip();
        channel.write(this.buffer);
        this.buffer.compact();
        return this.buffer.position() == 0;
    }

}

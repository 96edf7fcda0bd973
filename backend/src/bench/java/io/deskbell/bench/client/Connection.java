package io.deskbell.bench.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/** One STOMP connection over a bare WebSocket. */
public final class Connection {

    private static final int TEXT = 1;

    private static final int CLOSE = 8;

    private static final int PONG = 10;

    private static final byte[] BEAT = { '\n' };

    /**
     * Of the 10 s agreed on: late enough to be honest, early enough for a busy driver.
     */
    private static final long BEAT_NANOS = TimeUnit.MILLISECONDS.toNanos(9_000);

    private final Loop loop;

    private final SocketChannel channel;

    private final FrameReader reader = new FrameReader(new Incoming());

    private final Outbox outbox = new Outbox();

    private volatile FrameHandler handler;

    private volatile boolean beats;

    private volatile boolean closing;

    private volatile @Nullable String broken;

    private volatile long written = System.nanoTime();

    private long beaten = this.written;

    private volatile @Nullable SelectionKey key;

    private boolean clogged;

    private int subscriptions;

    private Connection(Loop loop, SocketChannel channel, FrameHandler handler) {
        this.loop = loop;
        this.channel = channel;
        this.handler = handler;
    }

    /** Connects and waits until the server has said CONNECTED. */
    public static Connection open(Loop loop, Endpoint endpoint) {
        Inbox inbox = new Inbox();
        try {
            SocketChannel channel = SocketChannel
                .open(new InetSocketAddress(InetAddress.getLoopbackAddress(), endpoint.port()));
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            Handshake.perform(channel, endpoint);
            channel.configureBlocking(false);
            Connection connection = new Connection(loop, channel, inbox);
            loop.add(connection);
            connection.send(Stomp.connect(endpoint.headers()));
            String connected = inbox.next("CONNECTED");
            connection.beats = !connected.contains("heart-beat:0,0") && connected.contains("heart-beat:");
            return connection;
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** Subscribes; the server's answer, where there is one, is not waited for. */
    public Connection subscribe(String destination) {
        send(Stomp.subscribe("s" + this.subscriptions++, destination));
        return this;
    }

    /** From now on frames go there. */
    public void listen(FrameHandler to) {
        this.handler = to;
    }

    /** Keeps what arrives until it is asked for. */
    public Inbox collect() {
        Inbox inbox = new Inbox();
        this.handler = inbox;
        return inbox;
    }

    /** Sends a frame at once, from any thread. */
    public void send(byte[] frame) {
        queue(frame);
        flush();
    }

    /** Sends a frame with the others that answer what is being read now. */
    public void queue(byte[] frame) {
        synchronized (this.outbox) {
            this.outbox.add(TEXT, frame);
            this.written = System.nanoTime();
        }
    }

    /** Why the connection does not work any more, or null. */
    public @Nullable String broken() {
        return this.broken;
    }

    void register(Selector selector) {
        try {
            this.key = this.channel.register(selector, SelectionKey.OP_READ, this);
        }
        catch (ClosedChannelException ex) {
            fail(ex.toString());
        }
    }

    void ready() {
        try {
            read();
            flush();
        }
        catch (IOException ex) {
            fail(ex.toString());
        }
    }

    private void read() throws IOException {
        ByteBuffer buffer = this.loop.buffer().clear();
        int length = this.channel.read(buffer);
        if (length < 0) {
            fail("the server hung up");
        }
        else if (length > 0) {
            this.reader.read(buffer.array(), length);
        }
    }

    /** Writes what is queued. */
    public void flush() {
        synchronized (this.outbox) {
            try {
                boolean all = this.outbox.flush(this.channel);
                if (all == this.clogged) {
                    watch(!all);
                }
            }
            catch (IOException ex) {
                fail(ex.toString());
            }
        }
    }

    /** Has the loop write the rest once the socket takes more. */
    private void watch(boolean rest) {
        SelectionKey registered = this.key;
        if (registered != null && registered.isValid()) {
            this.clogged = rest;
            registered.interestOps(rest ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
            registered.selector().wakeup();
        }
    }

    /** Beats where it is time to, and tells whether the connection still works. */
    boolean beat(long now) {
        long last = this.loop.beatsAlways() ? this.beaten : Math.max(this.beaten, this.written);
        if (this.beats && now - last >= BEAT_NANOS) {
            this.beaten = now;
            send(BEAT);
        }
        return this.broken == null;
    }

    private void fail(String reason) {
        if (this.broken == null) {
            this.broken = reason;
            if (!this.closing) {
                System.err.println("A connection broke: " + reason.strip().replace('\n', ' '));
            }
        }
        try {
            this.channel.close();
        }
        catch (IOException ex) {
            // It is gone either way.
        }
    }

    /** Says good-bye and hangs up. */
    public void close() {
        this.closing = true;
        if (this.broken == null) {
            send(Stomp.disconnect());
            fail("closed");
        }
    }

    private final class Incoming implements FrameReader.Sink, Stomp.Sink {

        @Override
        public void message(byte[] data, int from, int to) {
            Stomp.read(data, from, to, this);
        }

        @Override
        public void frame(byte[] data, int from, int to) {
            if (data[from] == 'E') {
                fail(new String(data, from, to - from, StandardCharsets.UTF_8));
            }
            Connection.this.handler.frame(Connection.this, data, from, to);
        }

        @Override
        public void ping(byte[] payload) {
            synchronized (Connection.this.outbox) {
                Connection.this.outbox.add(PONG, payload);
            }
        }

        @Override
        public void closed(int status) {
            synchronized (Connection.this.outbox) {
                Connection.this.outbox.add(CLOSE, new byte[0]);
            }
            flush();
            fail("closed by the server with status " + status);
        }

    }

}

package io.deskbell.bench.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** The one thread that reads all connections and keeps their heart-beats going. */
public final class Loop implements AutoCloseable {

    private static final int READ_BYTES = 256 * 1024;

    private static final long TICK_MILLIS = 250;

    private final Selector selector;

    private final ByteBuffer buffer = ByteBuffer.allocate(READ_BYTES);

    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();

    private final List<Connection> connections = new ArrayList<>();

    private final Thread thread;

    private volatile boolean open = true;

    private long nextTick = System.nanoTime();

    private final boolean beatsAlways;

    /**
     * Begins to run.
     * @param beatsAlways whether connections beat while they send other things too; STOMP
     * asks for beats only where nothing else is sent
     */
    public Loop(boolean beatsAlways) {
        this.beatsAlways = beatsAlways;
        try {
            this.selector = Selector.open();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        this.thread = Thread.ofPlatform().name("bench-loop").start(this::run);
    }

    /** Does this on the loop's own thread. */
    public void execute(Runnable task) {
        this.tasks.add(task);
        this.selector.wakeup();
    }

    void add(Connection connection) {
        execute(() -> {
            connection.register(this.selector);
            this.connections.add(connection);
        });
    }

    boolean beatsAlways() {
        return this.beatsAlways;
    }

    ByteBuffer buffer() {
        return this.buffer;
    }

    private void run() {
        try {
            while (this.open) {
                this.selector.select(this::ready, TICK_MILLIS);
                for (Runnable task = this.tasks.poll(); task != null; task = this.tasks.poll()) {
                    task.run();
                }
                tick();
            }
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private void ready(SelectionKey key) {
        ((Connection) key.attachment()).ready();
    }

    private void tick() {
        long now = System.nanoTime();
        if (now - this.nextTick >= 0) {
            this.nextTick = now + TimeUnit.MILLISECONDS.toNanos(TICK_MILLIS);
            this.connections.removeIf((connection) -> !connection.beat(now));
        }
    }

    @Override
    public void close() {
        execute(() -> {
            this.connections.forEach(Connection::close);
            this.open = false;
        });
        try {
            this.thread.join();
            this.selector.close();
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}

package io.deskbell.realtime;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import io.deskbell.realtime.jetty.ForcedClose;
import io.deskbell.realtime.jetty.FrameWriter;
import io.deskbell.realtime.jetty.SerialFrameSender;
import lombok.extern.slf4j.Slf4j;
import org.eclipse.jetty.websocket.core.OutgoingFrames;
import org.jspecify.annotations.Nullable;

import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.ConcurrentWebSocketSessionDecorator;
import org.springframework.web.socket.sockjs.transport.session.AbstractHttpSockJsSession;

/**
 * One client connection: writes frames and knows its subscriptions. Spring's own frames
 * are sent by Spring; those of the {@link Publisher} are written in order, straight to
 * the socket where there is one.
 */
@Slf4j
public class ClientConnection extends ConcurrentWebSocketSessionDecorator {

    private static final long PATIENCE_SECONDS = 1;

    /** As long as SockJS waits for a client's next request. */
    private static final long FETCHED_WITHIN_SECONDS = 5;

    private static final long FETCHED_EVERY_MILLIS = 50;

    /**
     * A read lock for each writer; the write lock waits until nothing is being written.
     */
    private final ReentrantReadWriteLock writing = new ReentrantReadWriteLock();

    private final FrameWriter writer;

    private final ConnectionActivity activity = new ConnectionActivity(System::nanoTime);

    /** Topic by subscription id; null once the connection is closed. */
    private @Nullable Map<String, String> subscriptions = new HashMap<>();

    /**
     * @param socket where ready frames can be written; null where only the session can
     * @param giveUp called where the reader falls behind, possibly more than once
     */
    ClientConnection(WebSocketSession delegate, int sendTimeLimit, int bufferSizeLimit, @Nullable OutgoingFrames socket,
            Runnable giveUp) {
        super(delegate, sendTimeLimit, bufferSizeLimit);
        this.writer = new FrameWriter((socket != null) ? socket : new SerialFrameSender(this::sendMessage, giveUp),
                bufferSizeLimit, TimeUnit.MILLISECONDS.toNanos(sendTimeLimit), giveUp, System::nanoTime);
    }

    /** Queues frames in this order without waiting for the client to read them. */
    public void write(List<byte[]> frames) {
        this.activity.sent();
        this.writer.write(frames);
    }

    /** When each side last sent something. */
    public ConnectionActivity activity() {
        return this.activity;
    }

    /**
     * Adds a subscription and activates it, unless the connection has closed meanwhile.
     */
    synchronized void subscribed(String id, String topic, Runnable begin) {
        if (this.subscriptions != null) {
            this.subscriptions.put(id, topic);
            begin.run();
        }
    }

    synchronized int subscriptionCount() {
        return (this.subscriptions != null) ? this.subscriptions.size() : 0;
    }

    /** Removes a subscription and returns its topic. */
    synchronized @Nullable String unsubscribed(String id) {
        return (this.subscriptions != null) ? this.subscriptions.remove(id) : null;
    }

    /** The connection is closed; returns what it had subscribed to. */
    synchronized Map<String, String> gone() {
        Map<String, String> left = (this.subscriptions != null) ? this.subscriptions : Map.of();
        this.subscriptions = null;
        return left;
    }

    @Override
    public void sendMessage(WebSocketMessage<?> message) throws IOException {
        this.activity.sent();
        this.writing.readLock().lock();
        try {
            super.sendMessage(message);
        }
        finally {
            this.writing.readLock().unlock();
        }
    }

    /** Closes once this frame, and all frames queued before it, have been written. */
    void closeAfter(byte[] lastFrame) {
        ForcedClose.cutOff(getDelegate(), TimeUnit.SECONDS.toMillis(FETCHED_WITHIN_SECONDS));
        this.writer.write(List.of(lastFrame),
                () -> Thread.startVirtualThread(() -> ForcedClose.closeNow(this, CloseStatus.NORMAL)));
    }

    /**
     * Waits briefly for the last frame before it closes: an ERROR or RECEIPT may still be
     * queued behind a frame that another thread is writing, and without it the client
     * would never learn the reason. A client that does not read at all is disconnected.
     */
    @Override
    public void close(CloseStatus status) throws IOException {
        boolean hasLastFrame = CloseStatus.PROTOCOL_ERROR.equals(status) || CloseStatus.NORMAL.equals(status);
        ForcedClose.begin(getDelegate());
        if (hasLastFrame && getDelegate() instanceof AbstractHttpSockJsSession asked) {
            Thread.startVirtualThread(() -> closeOnceFetched(asked, status));
            return;
        }
        boolean waited = hasLastFrame && awaitWritten();
        try {
            ForcedClose.cutOff(getDelegate(), ForcedClose.graceMillis(status));
            super.close(status);
        }
        finally {
            if (waited) {
                this.writing.writeLock().unlock();
            }
        }
    }

    /**
     * SockJS keeps the last frame for the client's next request, and would drop it with
     * the session. A client that polls again has received it, and also learns of the
     * close.
     */
    private void closeOnceFetched(AbstractHttpSockJsSession asked, CloseStatus status) {
        long start = System.nanoTime();
        try {
            // A single check may see the request that is just being answered.
            for (int waits = 0; waits < 2 && asked.isOpen()
                    && System.nanoTime() - start < TimeUnit.SECONDS.toNanos(FETCHED_WITHIN_SECONDS);) {
                waits = asked.isActive() ? waits + 1 : 0;
                TimeUnit.MILLISECONDS.sleep(FETCHED_EVERY_MILLIS);
            }
            super.close(status);
        }
        catch (IOException ex) {
            log.debug("A connection was already gone", ex);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean awaitWritten() {
        try {
            return this.writing.getReadHoldCount() == 0
                    && this.writing.writeLock().tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

}

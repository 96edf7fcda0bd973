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
 * One connection as the server writes to it, and what it subscribes to. Frames of Spring
 * take Spring's way; those of the {@link Publisher} go out one after the other, straight
 * to the socket where there is one.
 */
@Slf4j
public class ClientConnection extends ConcurrentWebSocketSessionDecorator {

    private static final long PATIENCE_SECONDS = 1;

    /** As long as SockJS waits for a client's next request. */
    private static final long FETCHED_WITHIN_SECONDS = 5;

    private static final long FETCHED_EVERY_MILLIS = 50;

    /** Shared by those who write, who leave only when nothing waits any more. */
    private final ReentrantReadWriteLock writing = new ReentrantReadWriteLock();

    private final FrameWriter writer;

    private final ConnectionActivity activity = new ConnectionActivity(System::nanoTime);

    /** Topic by subscription id; null once the line is gone. */
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

    /** Hands frames over, in this order, without waiting for the reader. */
    public void write(List<byte[]> frames) {
        this.activity.told();
        this.writer.write(frames);
    }

    /** Its heart-beats. */
    public ConnectionActivity pulse() {
        return this.activity;
    }

    /**
     * Notes a subscription and lets it begin, unless the line has gone meanwhile.
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

    /** Forgets a subscription; tells its topic. */
    synchronized @Nullable String unsubscribed(String id) {
        return (this.subscriptions != null) ? this.subscriptions.remove(id) : null;
    }

    /** The line is gone; tells what it subscribed to. */
    synchronized Map<String, String> gone() {
        Map<String, String> left = (this.subscriptions != null) ? this.subscriptions : Map.of();
        this.subscriptions = null;
        return left;
    }

    @Override
    public void sendMessage(WebSocketMessage<?> message) throws IOException {
        this.activity.told();
        this.writing.readLock().lock();
        try {
            super.sendMessage(message);
        }
        finally {
            this.writing.readLock().unlock();
        }
    }

    /** Closes once this, and what was handed over before it, has been written. */
    void closeAfter(byte[] lastWord) {
        ForcedClose.cutOff(getDelegate(), TimeUnit.SECONDS.toMillis(FETCHED_WITHIN_SECONDS));
        this.writer.write(List.of(lastWord),
                () -> Thread.startVirtualThread(() -> ForcedClose.closeNow(this, CloseStatus.NORMAL)));
    }

    /**
     * Says the last word before it closes: an ERROR frame or a RECEIPT may still wait
     * behind one that another thread is writing, the close comes right after handing it
     * over, and the client would never learn why. Who does not read at all is cut off.
     */
    @Override
    public void close(CloseStatus status) throws IOException {
        boolean hasLastWord = CloseStatus.PROTOCOL_ERROR.equals(status) || CloseStatus.NORMAL.equals(status);
        ForcedClose.begin(getDelegate());
        if (hasLastWord && getDelegate() instanceof AbstractHttpSockJsSession asked) {
            Thread.startVirtualThread(() -> closeOnceFetched(asked, status));
            return;
        }
        boolean waited = hasLastWord && awaitWritten();
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
     * SockJS keeps the last word for the client's next request, and would forget it with
     * the session. Who then waits for more has it, and is told of the close too.
     */
    private void closeOnceFetched(AbstractHttpSockJsSession asked, CloseStatus status) {
        long start = System.nanoTime();
        try {
            // One look may meet the very request that is just being answered.
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

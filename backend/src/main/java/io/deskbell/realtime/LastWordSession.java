package io.deskbell.realtime;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.ConcurrentWebSocketSessionDecorator;

/**
 * A session that says its last word before it closes. An ERROR frame may still wait
 * behind one that another thread is writing; Spring closes right after handing it over,
 * and the client would never learn why.
 */
class LastWordSession extends ConcurrentWebSocketSessionDecorator {

    private static final long PATIENCE_SECONDS = 1;

    /** Shared by those who write, who leave only when nothing waits any more. */
    private final ReentrantReadWriteLock writing = new ReentrantReadWriteLock();

    LastWordSession(WebSocketSession delegate, int sendTimeLimit, int bufferSizeLimit) {
        super(delegate, sendTimeLimit, bufferSizeLimit);
    }

    @Override
    public void sendMessage(WebSocketMessage<?> message) throws IOException {
        this.writing.readLock().lock();
        try {
            super.sendMessage(message);
        }
        finally {
            this.writing.readLock().unlock();
        }
    }

    @Override
    public void close(CloseStatus status) throws IOException {
        boolean waited = CloseStatus.PROTOCOL_ERROR.equals(status) && awaitWritten();
        try {
            super.close(status);
        }
        finally {
            if (waited) {
                this.writing.writeLock().unlock();
            }
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

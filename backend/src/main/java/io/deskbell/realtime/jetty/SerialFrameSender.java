package io.deskbell.realtime.jetty;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.eclipse.jetty.websocket.core.OutgoingEntry;
import org.eclipse.jetty.websocket.core.OutgoingFrames;

import org.springframework.web.socket.TextMessage;

/**
 * Sends frames where each send may block, as with SockJS: in order, in a thread that
 * lives while something is queued. A frame that can't be sent would leave a gap the
 * client does not know of, so the connection is closed and the client resumes.
 */
@Slf4j
@RequiredArgsConstructor
public final class SerialFrameSender implements OutgoingFrames {

    private final Send send;

    private final Runnable giveUp;

    private final Queue<OutgoingEntry> waiting = new ConcurrentLinkedQueue<>();

    private final AtomicInteger left = new AtomicInteger();

    @Override
    public void sendFrame(OutgoingEntry entry) {
        this.waiting.add(entry);
        if (this.left.getAndIncrement() == 0) {
            Thread.ofVirtual().name("deskbell-out").start(this::sendAll);
        }
    }

    private void sendAll() {
        do {
            send(this.waiting.remove());
        }
        while (this.left.decrementAndGet() > 0);
    }

    private void send(OutgoingEntry entry) {
        try {
            this.send.send(new TextMessage(entry.getFrame().getPayloadAsUTF8()));
            entry.getCallback().succeeded();
        }
        catch (IOException | RuntimeException ex) {
            log.debug("Failed to send a frame", ex);
            entry.getCallback().failed(ex);
            this.giveUp.run();
        }
    }

    /** Sends a text; may wait for its reader. */
    public interface Send {

        void send(TextMessage text) throws IOException;

    }

}

package io.deskbell.realtime;

import io.deskbell.realtime.jetty.ForcedClose;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import lombok.extern.slf4j.Slf4j;
import org.eclipse.jetty.websocket.core.OutgoingFrames;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.jetty.JettyWebSocketSession;

/** Creates the {@link ClientConnection} of each new WebSocket session. */
@Slf4j
@Component
class ClientConnectionFactory {

    private final RealtimeSettings settings;

    private final Counter tooSlow;

    ClientConnectionFactory(RealtimeSettings settings, MeterRegistry meters) {
        this.settings = settings;
        this.tooSlow = meters.counter("deskbell.connections.slow");
    }

    /**
     * @param sendMillis how long a write may wait for its reader
     * @param sendBytes how much may wait for one reader
     */
    ClientConnection open(WebSocketSession session, int sendMillis, int sendBytes) {
        return new ClientConnection(session, sendMillis, sendBytes, socket(session), () -> giveUp(session));
    }

    private @Nullable OutgoingFrames socket(WebSocketSession session) {
        if (this.settings.fastLane() && session instanceof JettyWebSocketSession jetty
                && jetty.getNativeSession() instanceof org.eclipse.jetty.websocket.common.WebSocketSession socket) {
            return socket.getCoreSession();
        }
        return null;
    }

    private void giveUp(WebSocketSession session) {
        if (session.isOpen() && ForcedClose.close(session, CloseStatus.SESSION_NOT_RELIABLE)) {
            this.tooSlow.increment();
            log.info("Closed a connection whose client does not read; it will resume");
        }
    }

}

package io.deskbell.testing;

import java.util.List;

import org.springframework.web.socket.client.WebSocketClient;
import org.springframework.web.socket.client.standard.StandardWebSocketClient;
import org.springframework.web.socket.sockjs.client.RestTemplateXhrTransport;
import org.springframework.web.socket.sockjs.client.SockJsClient;
import org.springframework.web.socket.sockjs.client.WebSocketTransport;

/** What carries the frames. */
public enum Transport {

    /** A bare WebSocket, without SockJS. */
    WEBSOCKET("ws://localhost:%d/ws/websocket"),
    /** SockJS over a WebSocket. */
    SOCKJS_WEBSOCKET("http://localhost:%d/ws"),
    /** SockJS over one long answer at a time. */
    XHR_STREAMING("http://localhost:%d/ws"),
    /** SockJS over an answer for each frame. */
    XHR_POLLING("http://localhost:%d/ws");

    private final String url;

    Transport(String url) {
        this.url = url;
    }

    String url(int port) {
        return this.url.formatted(port);
    }

    WebSocketClient client() {
        return switch (this) {
            case WEBSOCKET -> new StandardWebSocketClient();
            case SOCKJS_WEBSOCKET -> new SockJsClient(List.of(new WebSocketTransport(new StandardWebSocketClient())));
            case XHR_STREAMING, XHR_POLLING -> {
                RestTemplateXhrTransport xhr = new RestTemplateXhrTransport();
                xhr.setXhrStreamingDisabled(this == XHR_POLLING);
                yield new SockJsClient(List.of(xhr));
            }
        };
    }

}

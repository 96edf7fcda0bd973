package io.deskbell.testing;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** A bare WebSocket on which frames are written by hand, also those no client would. */
public final class RawSocket implements WebSocket.Listener {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();

    private final CompletableFuture<Integer> closed = new CompletableFuture<>();

    private final StringBuilder partial = new StringBuilder();

    private WebSocket socket;

    /** Opens a socket with a browser's cookies, without a STOMP connection yet. */
    public static RawSocket open(Browser browser) {
        RawSocket raw = new RawSocket();
        WebSocket.Builder builder = HTTP.newWebSocketBuilder().subprotocols("v12.stomp");
        browser.headers().forEach(builder::header);
        raw.socket = builder.buildAsync(URI.create("ws://localhost:" + browser.port() + "/ws/websocket"), raw)
            .orTimeout(10, TimeUnit.SECONDS)
            .join();
        return raw;
    }

    /** Sends a frame of these lines and this body. */
    public RawSocket send(String command, String headers, String body) {
        String lines = headers.isEmpty() ? "" : headers + "\n";
        this.socket.sendText(command + "\n" + lines + "\n" + body + "\0", true).join();
        return this;
    }

    /** Sends what is no whole frame yet. */
    public RawSocket sendPart(String text) {
        this.socket.sendText(text, true).join();
        return this;
    }

    public RawSocket connect(String csrfToken) {
        return send("CONNECT", "accept-version:1.2\nhost:x\nX-XSRF-TOKEN:" + csrfToken, "");
    }

    /** The next frame that is no heart-beat. */
    public String frame() {
        try {
            String frame = this.frames.poll(10, TimeUnit.SECONDS);
            assertThat(frame).as("a frame").isNotNull();
            return frame.isBlank() ? frame() : frame;
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ex);
        }
    }

    /** The next frame that answers one of ours; other frames are skipped. */
    public String answer() {
        String frame = frame();
        return frame.startsWith("MESSAGE\n") ? answer() : frame;
    }

    /** What has come and was not asked for. */
    public List<String> rest() {
        return List.copyOf(this.frames);
    }

    /** The status with which the server closed. */
    public int awaitClosed() {
        return awaitClosed(Duration.ofSeconds(10));
    }

    public int awaitClosed(Duration atMost) {
        return this.closed.orTimeout(atMost.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    public void close() {
        this.socket.abort();
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        this.partial.append(data);
        if (last) {
            this.frames.add(this.partial.toString());
            this.partial.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        this.closed.complete(statusCode);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        this.closed.complete(1006);
    }

}

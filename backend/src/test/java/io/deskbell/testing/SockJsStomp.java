package io.deskbell.testing;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import tools.jackson.databind.json.JsonMapper;

/**
 * STOMP over one of SockJS's transports that are no WebSocket, written by hand, so that
 * its open answer can be cut. It has connected.
 */
public final class SockJsStomp {

    private static final JsonMapper MAPPER = new JsonMapper();

    private static final int PATIENCE_MILLIS = 60_000;

    private final Browser browser;

    private final String transport;

    private final String path = "/ws/000/" + UUID.randomUUID();

    private Socket answer;

    private boolean inBody;

    private SockJsStomp(Browser browser, String transport) {
        this.browser = browser;
        this.transport = transport;
    }

    /**
     * @param transport such as {@code xhr_streaming}
     * @param heartBeat as CONNECT names it
     */
    public static SockJsStomp connect(Browser browser, String transport, String heartBeat) throws IOException {
        SockJsStomp line = new SockJsStomp(browser, transport);
        line.listen();
        line.read("o");
        line.listenAgain();
        line.send("CONNECT\naccept-version:1.2\nhost:x\nheart-beat:" + heartBeat + "\nX-XSRF-TOKEN:"
                + browser.csrfToken() + "\n\n\0");
        line.read("CONNECTED");
        line.listenAgain();
        return line;
    }

    /** Sends a frame as it is. */
    public SockJsStomp send(String frame) {
        this.browser.post(this.path + "/xhr_send", MAPPER.writeValueAsString(List.of(frame))).is(204);
        return this;
    }

    /** Reads until this is there. */
    public void read(String wanted) throws IOException {
        InputStream in = this.answer.getInputStream();
        StringBuilder text = new StringBuilder();
        while (!this.inBody || text.indexOf(wanted) < 0) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("the answer ended: " + text);
            }
            text.append((char) next);
            if (!this.inBody && text.indexOf("\r\n\r\n") >= 0) {
                this.inBody = true;
                text.setLength(0);
            }
        }
    }

    /** The same, whatever else comes before it in how many answers. */
    public void readOn(String wanted) throws IOException {
        boolean there = false;
        while (!there) {
            try {
                read(wanted);
                there = true;
            }
            catch (EOFException ex) {
                if (ex.getMessage().contains("c[")) {
                    throw ex;
                }
                listen();
            }
        }
    }

    /** Asks again, but only after a while: the client's network is slow. */
    public void listenLate() throws IOException {
        awaitEnd();
        try {
            TimeUnit.SECONDS.sleep(1);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
        listen();
    }

    /** The network of the client goes away: nobody hears of a goodbye. */
    public void cut() throws IOException {
        this.answer.setSoLinger(true, 0);
        this.answer.close();
    }

    /** Asks for the next frame, where an answer has but one. */
    public void listenAgain() throws IOException {
        if (this.transport.equals("xhr")) {
            awaitEnd();
            listen();
        }
    }

    /** Before that the server may still count the request as open, and takes no other. */
    private void awaitEnd() throws IOException {
        this.answer.getInputStream().transferTo(OutputStream.nullOutputStream());
        this.answer.close();
    }

    private void listen() throws IOException {
        this.inBody = false;
        this.answer = new Socket("localhost", this.browser.port());
        this.answer.setSoTimeout(PATIENCE_MILLIS);
        StringBuilder request = new StringBuilder(this.transport.startsWith("xhr") ? "POST " : "GET ").append(this.path)
            .append('/')
            .append(this.transport)
            .append(" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 0\r\n");
        this.browser.headers().forEach((name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
        this.answer.getOutputStream().write(request.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    }

}

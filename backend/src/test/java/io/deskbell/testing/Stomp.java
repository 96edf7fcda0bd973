package io.deskbell.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** STOMP upon a {@link Wire}; it is over when the wire is. */
public final class Stomp implements AutoCloseable {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final TcpWebSocket wire;

    private Stomp(TcpWebSocket wire) {
        this.wire = wire;
    }

    /** Connects as who is signed in in this browser. */
    public static Stomp connect(Browser browser) throws IOException {
        return connect(browser, TcpWebSocket.open(browser));
    }

    public static Stomp connect(Browser browser, TcpWebSocket wire) throws IOException {
        Stomp stomp = new Stomp(wire);
        stomp.frame("CONNECT", "accept-version:1.2\nhost:x\nheart-beat:0,0\nX-XSRF-TOKEN:" + browser.csrfToken(), "");
        Frame answer = stomp.read();
        if (!answer.command().equals("CONNECTED")) {
            throw new IOException(answer.toString());
        }
        return stomp;
    }

    public TcpWebSocket wire() {
        return this.wire;
    }

    /**
     * Subscribes and waits for the receipt; other frames that arrive before it are
     * skipped.
     */
    public Stomp followed(String destination) throws IOException {
        follow(destination);
        Frame answer;
        do {
            answer = read();
        }
        while (answer.command().equals("MESSAGE"));
        if (!answer.command().equals("RECEIPT")) {
            throw new IOException(answer.toString());
        }
        return this;
    }

    /** Subscribes and asks for a receipt. */
    public Stomp follow(String destination) throws IOException {
        return frame("SUBSCRIBE", "id:%1$s\nreceipt:%1$s\ndestination:%1$s".formatted(destination), "");
    }

    public Stomp send(String destination, Object body) throws IOException {
        return frame("SEND", "content-type:application/json\ndestination:" + destination,
                (body instanceof String text) ? text : MAPPER.writeValueAsString(body));
    }

    /** Sends these lines as they are. */
    public Stomp frame(String command, String headers, String body) throws IOException {
        String frame = command + "\n" + headers + "\n\n" + body + "\0";
        this.wire.send(TcpWebSocket.TEXT, frame.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** The next frame that is no heart-beat. */
    public Frame read() throws IOException {
        String text = "";
        while (text.isBlank()) {
            text = new String(this.wire.read(), StandardCharsets.UTF_8);
        }
        return Frame.of(text);
    }

    @Override
    public void close() throws IOException {
        this.wire.close();
    }

    /** What the server sent. */
    public record Frame(String command, Map<String, String> headers, String body) {

        private static Frame of(String text) {
            int end = text.indexOf("\n\n");
            String[] head = text.substring(0, end).split("\n", -1);
            Map<String, String> headers = java.util.Arrays.stream(head)
                .skip(1)
                .map((line) -> line.split(":", 2))
                .collect(Collectors.toMap((pair) -> pair[0], (pair) -> pair[1], (one, other) -> one));
            return new Frame(head[0], headers, text.substring(end + 2, text.lastIndexOf('\0')));
        }

        public boolean isFor(String destination) {
            return this.command.equals("MESSAGE") && destination.equals(this.headers.get("destination"));
        }

        public JsonNode json() {
            return MAPPER.readTree(this.body);
        }

    }

}

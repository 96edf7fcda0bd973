package io.deskbell.bench.client;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** STOMP frames as bytes, ending in their NUL. */
public final class Stomp {

    private Stomp() {
    }

    static byte[] connect(Map<String, String> headers) {
        StringBuilder frame = new StringBuilder(
                "CONNECT\naccept-version:1.2\nhost:localhost\nheart-beat:10000,10000\n");
        headers.forEach((name, value) -> frame.append(name).append(':').append(value).append('\n'));
        return bytes(frame.append("\n\0").toString());
    }

    static byte[] subscribe(String id, String destination) {
        return bytes("SUBSCRIBE\nid:" + id + "\ndestination:" + destination + "\n\n\0");
    }

    /** A SEND of this JSON. */
    public static byte[] send(String destination, String json) {
        return bytes("SEND\ndestination:" + destination + "\ncontent-type:application/json\ncontent-length:"
                + bytes(json).length + "\n\n" + json + "\0");
    }

    static byte[] disconnect() {
        return bytes("DISCONNECT\n\n\0");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

}

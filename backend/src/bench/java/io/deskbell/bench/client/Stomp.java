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

    /** Takes apart a message: it may hold several frames, and line feeds between them. */
    static void read(byte[] data, int from, int to, Sink sink) {
        int at = from;
        while (at < to) {
            if (data[at] == '\n' || data[at] == '\r') {
                at++;
                continue;
            }
            int end = at;
            while (end < to && data[end] != 0) {
                end++;
            }
            sink.frame(data, at, end);
            at = end + 1;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What takes the frames. */
    interface Sink {

        /** A frame without its NUL. */
        void frame(byte[] data, int from, int to);

    }

}

package io.deskbell.bench.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;

/** Turns an HTTP request into a WebSocket, without extensions. */
final class Handshake {

    private Handshake() {
    }

    static void perform(SocketChannel channel, Endpoint endpoint) throws IOException {
        byte[] nonce = new byte[16];
        ThreadLocalRandom.current().nextBytes(nonce);
        String cookie = endpoint.cookies().isEmpty() ? "" : "Cookie: " + endpoint.cookies() + "\r\n";
        String request = "GET " + endpoint.path() + " HTTP/1.1\r\nHost: localhost:" + endpoint.port()
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
                + Base64.getEncoder().encodeToString(nonce) + "\r\nSec-WebSocket-Protocol: v12.stomp\r\n" + cookie
                + "\r\n";
        channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
        String answer = answer(channel);
        if (!answer.startsWith("HTTP/1.1 101")) {
            throw new IOException("No WebSocket but " + answer.lines().findFirst().orElse("nothing"));
        }
    }

    /** Byte by byte, so that nothing of the WebSocket is read here. */
    private static String answer(SocketChannel channel) throws IOException {
        StringBuilder answer = new StringBuilder();
        ByteBuffer one = ByteBuffer.allocate(1);
        while (answer.indexOf("\r\n\r\n") < 0) {
            if (channel.read(one.clear()) < 0) {
                throw new IOException("The server hung up after: " + answer);
            }
            answer.append((char) one.get(0));
        }
        return answer.toString();
    }

}

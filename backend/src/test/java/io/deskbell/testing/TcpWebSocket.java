package io.deskbell.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * A WebSocket written by hand upon its TCP connection, so that it can be cut, left unread
 * or fed with what no client library would send.
 */
public final class TcpWebSocket implements AutoCloseable {

    public static final int TEXT = 1;

    public static final int BINARY = 2;

    private static final int CONTINUATION = 0;

    private static final int CLOSE = 8;

    private static final int PING = 9;

    private static final int PONG = 10;

    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket = new Socket();

    private DataInputStream in;

    private TcpWebSocket() {
    }

    /** Opens a socket with a browser's cookies. */
    public static TcpWebSocket open(Browser browser) throws IOException {
        return open(browser, 64 * 1024);
    }

    /** Opens a socket for which the kernel keeps only this much unread. */
    public static TcpWebSocket open(Browser browser, int receiveBuffer) throws IOException {
        TcpWebSocket wire = new TcpWebSocket();
        try {
            wire.handshake(browser, receiveBuffer);
            return wire;
        }
        catch (IOException ex) {
            wire.close();
            throw ex;
        }
    }

    private void handshake(Browser browser, int receiveBuffer) throws IOException {
        this.socket.setReceiveBufferSize(receiveBuffer);
        this.socket.setTcpNoDelay(true);
        this.socket.setSoTimeout(PATIENCE_MILLIS);
        this.socket.connect(new InetSocketAddress("localhost", browser.port()), PATIENCE_MILLIS);
        this.in = new DataInputStream(this.socket.getInputStream());
        raw("""
                GET /ws/websocket HTTP/1.1\r
                Host: localhost:%d\r
                %s\r
                Upgrade: websocket\r
                Connection: Upgrade\r
                Sec-WebSocket-Version: 13\r
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                Sec-WebSocket-Protocol: v12.stomp\r
                \r
                """
            .formatted(browser.port(),
                    browser.headers()
                        .entrySet()
                        .stream()
                        .map((header) -> header.getKey() + ": " + header.getValue())
                        .collect(Collectors.joining("\r\n")))
            .getBytes(StandardCharsets.UTF_8));
        String head = head();
        if (!head.startsWith("HTTP/1.1 101")) {
            throw new IOException(head);
        }
    }

    private String head() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) this.in.readUnsignedByte());
        }
        return head.toString();
    }

    /** Sends one whole WebSocket message, masked by zeros. */
    public synchronized void send(int opcode, byte[] payload) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 14).put((byte) (0x80 | opcode));
        if (payload.length < 126) {
            frame.put((byte) (0x80 | payload.length));
        }
        else if (payload.length < 1 << 16) {
            frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
        }
        else {
            frame.put((byte) (0x80 | 127)).putLong(payload.length);
        }
        frame.putInt(0).put(payload).flip();
        byte[] bytes = new byte[frame.remaining()];
        frame.get(bytes);
        raw(bytes);
    }

    public void send(int opcode, String text) throws IOException {
        send(opcode, text.getBytes(StandardCharsets.UTF_8));
    }

    private void raw(byte[] bytes) throws IOException {
        this.socket.getOutputStream().write(bytes);
    }

    /**
     * The next whole message.
     * @throws IOException when the connection is over, however it ended
     */
    public byte[] read() throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        while (true) {
            int first = this.in.readUnsignedByte();
            int opcode = first & 0x0f;
            byte[] payload = this.in.readNBytes(length(this.in.readUnsignedByte()));
            switch (opcode) {
                case CONTINUATION, TEXT, BINARY -> message.writeBytes(payload);
                case PING -> send(PONG, payload);
                case CLOSE -> throw new EOFException("closed by the server");
                default -> throw new IOException("opcode " + opcode);
            }
            if (opcode <= BINARY && (first & 0x80) != 0) {
                return message.toByteArray();
            }
        }
    }

    private int length(int second) throws IOException {
        return switch (second) {
            case 126 -> this.in.readUnsignedShort();
            case 127 -> Math.toIntExact(this.in.readLong());
            default -> second;
        };
    }

    /** Leaves as a closed page does. */
    public void leave() throws IOException {
        send(CLOSE, new byte[] { 0x03, (byte) 0xe8 });
        close();
    }

    /** Cuts the connection with a TCP reset. */
    public void reset() throws IOException {
        this.socket.setSoLinger(true, 0);
        close();
    }

    @Override
    public void close() throws IOException {
        this.socket.close();
    }

}

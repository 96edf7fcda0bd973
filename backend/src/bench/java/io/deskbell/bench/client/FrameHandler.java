package io.deskbell.bench.client;

/** Takes each STOMP frame that arrives, on the loop's thread. */
@FunctionalInterface
public interface FrameHandler {

    /**
     * Takes a frame; the bytes are reused afterwards.
     * @param connection where it arrived
     * @param data holds the frame
     * @param from where it begins
     * @param to where it ends, without its NUL
     */
    void frame(Connection connection, byte[] data, int from, int to);

}

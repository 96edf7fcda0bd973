package io.deskbell.bench.client;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Frames that arrived while things are being set up. */
public final class Inbox implements FrameHandler {

    private static final long PATIENCE_SECONDS = 60;

    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();

    @Override
    public void frame(Connection connection, byte[] data, int from, int to) {
        this.frames.add(new String(data, from, to - from, StandardCharsets.UTF_8));
    }

    /** The next frame that has all of these in it; others are passed over. */
    public String next(String... wanted) {
        try {
            while (true) {
                String frame = this.frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (frame == null || frame.startsWith("ERROR") || frame.contains("/queue/errors")) {
                    throw new IllegalStateException("Waited for " + String.join(" and ", wanted) + " but got " + frame);
                }
                if (hasAll(frame, wanted)) {
                    return frame;
                }
            }
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ex);
        }
    }

    private static boolean hasAll(String frame, String... wanted) {
        for (String part : wanted) {
            if (!frame.contains(part)) {
                return false;
            }
        }
        return true;
    }

}

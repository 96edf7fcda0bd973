package io.deskbell.bench.server;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.deskbell.bench.client.Connection;

/** Guides who follow one region, and are alerted together. */
public abstract class Crowd {

    private static final long PATIENCE_SECONDS = 60;

    private final List<Follower> followers = new ArrayList<>();

    private volatile int alert;

    private volatile CountDownLatch missing = new CountDownLatch(0);

    private volatile long first;

    private volatile long last;

    /** Connects further guides, until there are this many. */
    public void grow(int size) {
        for (Connection connection : join(size - this.followers.size())) {
            Follower follower = new Follower();
            this.followers.add(follower);
            connection.listen(follower::frame);
        }
    }

    /** Alerts all, and tells when they had it. */
    public Alerted alert() {
        this.missing = new CountDownLatch(this.followers.size());
        this.first = 0;
        this.alert++;
        long start = System.nanoTime();
        send(this.alert);
        await();
        Alerted alerted = new Alerted(this.first - start, this.last - start);
        calm();
        return alerted;
    }

    private void await() {
        try {
            if (!this.missing.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException(this.missing.getCount() + " guides were not alerted");
            }
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    /** Connects guides who from now on follow the region. */
    protected abstract List<Connection> join(int count);

    /** Sends the alert of this number. */
    protected abstract void send(int number);

    /** Whether a frame is the alert of this number. */
    protected abstract boolean isAlert(int number, byte[] data, int from, int to);

    /** Ends the alert, so that the next one can be sent. */
    protected abstract void calm();

    /** Nanoseconds until the first and the last one had the alert. */
    public record Alerted(long first, long last) {
    }

    /** One guide; only the first frame of an alert counts. */
    private final class Follower {

        private int heard;

        void frame(Connection connection, byte[] data, int from, int to) {
            int current = Crowd.this.alert;
            if (this.heard != current && isAlert(current, data, from, to)) {
                this.heard = current;
                Crowd.this.last = System.nanoTime();
                if (Crowd.this.first == 0) {
                    Crowd.this.first = Crowd.this.last;
                }
                Crowd.this.missing.countDown();
            }
        }

    }

}

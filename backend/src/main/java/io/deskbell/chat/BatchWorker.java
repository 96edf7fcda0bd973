package io.deskbell.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;

/**
 * A thread that processes queued items in order, in batches of whatever has arrived
 * meanwhile: no item waits for a batch to fill.
 */
@Slf4j
final class BatchWorker<T> {

    private static final long LOOK_UP_MILLIS = 200;

    private static final long STOP_MILLIS = 5_000;

    private final String name;

    private final int most;

    private final BlockingQueue<T> arrived;

    private final Consumer<List<T>> work;

    private volatile boolean running;

    private volatile @Nullable Thread thread;

    /**
     * @param arrived the queue; where it is full, callers wait
     * @param most how many are processed at a time
     */
    BatchWorker(String name, BlockingQueue<T> arrived, int most, Consumer<List<T>> work) {
        this.name = name;
        this.arrived = arrived;
        this.most = most;
        this.work = work;
    }

    /** Queues an item; returns whether it will be processed. */
    boolean put(T item) {
        try {
            while (this.running) {
                if (this.arrived.offer(item, LOOK_UP_MILLIS, TimeUnit.MILLISECONDS)) {
                    return true;
                }
            }
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private void run() {
        List<T> next = new ArrayList<>(this.most);
        while (this.running || !this.arrived.isEmpty()) {
            try {
                T first = this.arrived.poll(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    next.add(first);
                    this.arrived.drainTo(next, this.most - 1);
                    this.work.accept(next);
                }
            }
            catch (InterruptedException ex) {
                log.debug("Ignored an interrupt of {}, which would have closed the database's file", this.name, ex);
            }
            catch (Throwable ex) {
                logFailure(ex);
            }
            next.clear();
        }
    }

    /** Out of memory, even logging fails; the thread continues all the same. */
    private void logFailure(Throwable failure) {
        try {
            log.error("{} continues after a failure", this.name, failure);
        }
        catch (Throwable ex) {
            Thread.onSpinWait();
        }
    }

    void start() {
        this.running = true;
        this.thread = Thread.ofPlatform().name(this.name).start(this::run);
    }

    /** Returns once all queued items have been processed, or after a timeout. */
    void stop() {
        this.running = false;
        Thread worker = this.thread;
        try {
            if (worker != null) {
                worker.join(STOP_MILLIS);
            }
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isRunning() {
        return this.running;
    }

    boolean isAlive() {
        Thread worker = this.thread;
        return worker != null && worker.isAlive();
    }

}

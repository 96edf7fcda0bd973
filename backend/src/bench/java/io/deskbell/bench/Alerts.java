package io.deskbell.bench;

import java.time.Duration;

import io.deskbell.bench.machine.Usage;
import io.deskbell.bench.report.Figure;
import io.deskbell.bench.server.Crowd;

/** Alerts a crowd again and again. */
final class Alerts {

    private static final double NANOS_PER_MILLI = 1e6;

    /** All that an alert brings with it has been sent by then. */
    private static final Duration PAUSE = Duration.ofMillis(150);

    private Alerts() {
    }

    static void warmUp(Crowd crowd, Duration length) throws InterruptedException {
        long end = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < end) {
            alert(crowd);
        }
    }

    /** Milliseconds until the last of the crowd has it. */
    static Figure measure(Crowd crowd, long serverPid, int count) throws InterruptedException {
        double[] millis = new double[count];
        Usage before = Usage.now(serverPid);
        for (int i = 0; i < count; i++) {
            millis[i] = alert(crowd);
        }
        return Figure.of(millis, !Usage.now(serverPid).since(before).quiet());
    }

    private static double alert(Crowd crowd) throws InterruptedException {
        double millis = crowd.alert() / NANOS_PER_MILLI;
        Thread.sleep(PAUSE);
        return millis;
    }

}

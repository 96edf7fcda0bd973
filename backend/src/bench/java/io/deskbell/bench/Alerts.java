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

    static Times measure(Crowd crowd, long serverPid, int count) throws InterruptedException {
        double[] first = new double[count];
        double[] last = new double[count];
        Usage before = Usage.now(serverPid);
        for (int i = 0; i < count; i++) {
            Crowd.Alerted alerted = alert(crowd);
            first[i] = alerted.first() / NANOS_PER_MILLI;
            last[i] = alerted.last() / NANOS_PER_MILLI;
        }
        boolean disturbed = !Usage.now(serverPid).since(before).quiet();
        return new Times(Figure.of(first, disturbed), Figure.of(last, disturbed));
    }

    private static Crowd.Alerted alert(Crowd crowd) throws InterruptedException {
        Crowd.Alerted alerted = crowd.alert();
        Thread.sleep(PAUSE);
        return alerted;
    }

    /** Milliseconds until the first and the last of the crowd have it. */
    record Times(Figure first, Figure last) {

        static final Times NONE = new Times(Figure.NONE, Figure.NONE);

    }

}

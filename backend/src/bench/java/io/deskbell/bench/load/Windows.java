package io.deskbell.bench.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

import io.deskbell.bench.machine.Usage;
import io.deskbell.bench.report.Figure;

/**
 * Windows of one load on one server. Figures are of the quiet ones; where too few were
 * quiet they are of all, and marked.
 *
 * @param all in order
 */
public record Windows(List<Window> all) {

    private static final int ENOUGH = 5;

    /** Measures windows, and as many again where others were busy. */
    public static Windows measure(Conversations conversations, long serverPid, int count, Duration length) {
        List<Window> windows = new ArrayList<>();
        Windows measured = new Windows(windows);
        while (windows.size() < count || (!measured.enough(count) && windows.size() < 2 * count)) {
            windows.add(window(conversations, serverPid, length));
        }
        return measured;
    }

    private static Window window(Conversations conversations, long serverPid, Duration length) {
        conversations.latencies();
        Usage before = Usage.now(serverPid);
        long deliveredBefore = conversations.delivered();
        try {
            Thread.sleep(length);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
        long delivered = conversations.delivered() - deliveredBefore;
        return new Window(Usage.now(serverPid).since(before), delivered, conversations.latencies());
    }

    private List<Window> quiet() {
        return this.all.stream().filter((window) -> window.usage().quiet()).toList();
    }

    private boolean enough(int wanted) {
        return quiet().size() >= Math.min(ENOUGH, wanted);
    }

    public Figure figure(ToDoubleFunction<Window> of) {
        boolean enough = enough(this.all.size());
        return Figure.of((enough ? quiet() : this.all).stream().mapToDouble(of).toArray(), !enough);
    }

}

package io.deskbell.bench;

import java.util.Map;
import java.util.function.ToDoubleFunction;

import io.deskbell.bench.load.Verdict;
import io.deskbell.bench.load.Window;
import io.deskbell.bench.load.Windows;
import io.deskbell.bench.report.Figure;

/**
 * How one server carried the chat.
 *
 * @param windows by load, in order
 * @param verdict over all loads, the warm-up included
 */
record ChatResult(String server, Map<String, Windows> windows, Verdict verdict) {

    /** Of a load that was not measured it has no values. */
    Figure figure(String load, ToDoubleFunction<Window> of) {
        Windows measured = this.windows.get(load);
        return (measured != null) ? measured.figure(of) : Figure.NONE;
    }

    double median(String load, ToDoubleFunction<Window> of) {
        return figure(load, of).median();
    }

    double perSecond(String load) {
        return median(load, Window::perSecond);
    }

}

package io.deskbell.bench;

import io.deskbell.bench.load.Conversations;
import io.deskbell.bench.load.Window;
import io.deskbell.bench.load.Windows;
import io.deskbell.bench.report.Figure;
import io.deskbell.bench.server.Crowd;
import io.deskbell.bench.server.Launched;

/**
 * What a message and an alert cost, beside some idle connections.
 *
 * @param beating CPU seconds a second that the idle ones take by themselves
 * @param windows of messages by the clock
 * @param alert milliseconds to the last of the guides
 */
record Cost(double beating, Windows windows, Figure alert) {

    private static final int PER_SECOND = 1000;

    static Cost measure(Options options, double beating, Launched server, Conversations conversations, Crowd crowd)
            throws InterruptedException {
        conversations.startBy(PER_SECOND);
        Thread.sleep(options.window());
        Windows windows = Windows.measure(conversations, server.pid(), options.windows(), options.window());
        conversations.stop();
        return new Cost(beating, windows, Alerts.measure(crowd, server.pid(), options.alerts()).last());
    }

    /** CPU of the server for a message, in microseconds, without the beats'. */
    Figure cpuMicros() {
        return this.windows.figure((window) -> window.cpuMicros() - beatMicros(window));
    }

    private double beatMicros(Window window) {
        return 1e6 * this.beating * window.usage().seconds() / window.delivered();
    }

    Figure p50() {
        return this.windows.figure(Window::p50);
    }

}

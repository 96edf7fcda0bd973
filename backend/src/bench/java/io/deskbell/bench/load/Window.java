package io.deskbell.bench.load;

import org.HdrHistogram.Histogram;

import io.deskbell.bench.machine.Usage;

/**
 * What happened in a few seconds.
 *
 * @param delivered messages that the other side got
 * @param latencies of those sent by the clock, in ns
 */
public record Window(Usage usage, long delivered, Histogram latencies) {

    private static final double NANOS_PER_MILLI = 1e6;

    public double perSecond() {
        return this.delivered / this.usage.seconds();
    }

    public double perCpuSecond() {
        return this.delivered / this.usage.server();
    }

    /** CPU of the server for one message, in microseconds. */
    public double cpuMicros() {
        return 1e6 * this.usage.server() / this.delivered;
    }

    /**
     * How busy the driver was, in per cent: near 100 it is the driver that is measured.
     */
    public double driverPercent() {
        return 100 * this.usage.driver() / this.usage.seconds();
    }

    /** Half of the messages took no longer, in ms. */
    public double p50() {
        return millis(50);
    }

    /** All but one in a hundred took no longer, in ms. */
    public double p99() {
        return millis(99);
    }

    /** The slowest message, in ms. */
    public double max() {
        return millis(100);
    }

    private double millis(double percentile) {
        boolean none = this.latencies.getTotalCount() == 0;
        return none ? Double.NaN : this.latencies.getValueAtPercentile(percentile) / NANOS_PER_MILLI;
    }

}

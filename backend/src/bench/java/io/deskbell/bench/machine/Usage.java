package io.deskbell.bench.machine;

/**
 * Who used how much CPU up to a moment, or between two of them.
 *
 * @param nanos the moment, or the time between
 * @param server CPU seconds of the server
 * @param driver CPU seconds of this process
 * @param all CPU seconds of everybody
 */
public record Usage(long nanos, double server, double driver, double all) {

    /** More than this of a CPU taken by others, and a window is not quiet. */
    private static final double NOISE = 0.15;

    private static final double NANOS = 1e9;

    public static Usage now(long serverPid) {
        return new Usage(System.nanoTime(), CpuTime.of(serverPid), CpuTime.of(ProcessHandle.current().pid()),
                CpuTime.ofAll());
    }

    /** What was used since then. */
    public Usage since(Usage before) {
        return new Usage(this.nanos - before.nanos, this.server - before.server, this.driver - before.driver,
                this.all - before.all);
    }

    public double seconds() {
        return this.nanos / NANOS;
    }

    /** How much of one CPU others took. */
    public double others() {
        return Math.max(0, this.all - this.server - this.driver) / seconds();
    }

    public boolean quiet() {
        return others() <= NOISE;
    }

}

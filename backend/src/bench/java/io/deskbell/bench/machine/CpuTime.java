package io.deskbell.bench.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** CPU seconds used so far, as Linux counts them. */
public final class CpuTime {

    /** What {@code sysconf(_SC_CLK_TCK)} is on every Linux that runs a JVM. */
    private static final double TICKS_PER_SECOND = 100;

    private static final int FIRST_COUNTER = 1;

    private static final int IDLE = 4;

    private static final int IO_WAIT = 5;

    /** The guests' time is already in the users'. */
    private static final int STEAL = 8;

    private CpuTime() {
    }

    /** Of everybody on this machine, with what the host took away. */
    public static double ofAll() {
        String[] fields = read(Path.of("/proc/stat")).lines().findFirst().orElseThrow().split(" +", -1);
        long ticks = 0;
        for (int i = FIRST_COUNTER; i <= STEAL; i++) {
            ticks += (i == IDLE || i == IO_WAIT) ? 0 : Long.parseLong(fields[i]);
        }
        return ticks / TICKS_PER_SECOND;
    }

    /** Of one process. */
    public static double of(long pid) {
        String stat = read(Path.of("/proc", String.valueOf(pid), "stat"));
        // The name may hold blanks: what follows it begins behind the last bracket.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}

package io.deskbell.bench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How many files and sockets a process may have open. */
public final class OpenFiles {

    /** Jars, logs and the database. */
    private static final int OTHERS = 1000;

    private OpenFiles() {
    }

    /** Refuses to begin what would fail half-way; a JVM raises its soft limit itself. */
    public static void require(int connections) {
        long limit = limit();
        if (limit < connections + OTHERS) {
            throw new IllegalStateException(
                    "%d connections need %d open files, but only %d are allowed: raise the limit by `ulimit -Hn`, or lower bench.connections"
                        .formatted(connections, connections + OTHERS, limit));
        }
    }

    private static long limit() {
        try {
            String hard = Files.readAllLines(Path.of("/proc/self/limits"))
                .stream()
                .filter((line) -> line.startsWith("Max open files"))
                .map((line) -> line.split(" {2,}", -1)[2])
                .findFirst()
                .orElse("unlimited");
            return "unlimited".equals(hard) ? Long.MAX_VALUE : Long.parseLong(hard);
        }
        catch (IOException ex) {
            return Long.MAX_VALUE;
        }
    }

}

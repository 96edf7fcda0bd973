package io.deskbell.bench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which core is the server's and which the driver's.
 *
 * @param allowed the cores this process may use
 * @param pinned whether both can have one of their own
 */
public record Cores(List<Integer> allowed, boolean pinned) {

    /** Looks at what this process may use. */
    public static Cores find() {
        List<Integer> allowed = allowedCores();
        return new Cores(allowed, allowed.size() > 1 && hasTaskset());
    }

    private static List<Integer> allowedCores() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status"))
                .stream()
                .filter((line) -> line.startsWith("Cpus_allowed_list:"))
                .flatMap((line) -> parse(line.substring(line.indexOf(':') + 1).strip()).stream())
                .toList();
        }
        catch (IOException ex) {
            return List.of();
        }
    }

    /** A list such as {@code 0-3,8}. */
    private static List<Integer> parse(String list) {
        List<Integer> cores = new ArrayList<>();
        for (String part : list.split(",", -1)) {
            String[] ends = part.split("-", -1);
            IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]))
                .forEach(cores::add);
        }
        return cores;
    }

    private static boolean hasTaskset() {
        try {
            return new ProcessBuilder("taskset", "-V").redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor() == 0;
        }
        catch (IOException ex) {
            return false;
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What a server's command line begins with. */
    public List<String> serverPrefix() {
        return this.pinned ? List.of("taskset", "-c", String.valueOf(this.allowed.getFirst())) : List.of();
    }

    /** Moves this process to the driver's core. */
    public void pinDriver() {
        if (this.pinned) {
            move(ProcessHandle.current().pid(), String.valueOf(this.allowed.get(1)));
        }
    }

    /** Lends a server both cores while it is being prepared. */
    public void lend(long pid) {
        if (this.pinned) {
            move(pid, this.allowed.get(0) + "," + this.allowed.get(1));
        }
    }

    /** Moves a server back to its own core. */
    public void takeBack(long pid) {
        if (this.pinned) {
            move(pid, String.valueOf(this.allowed.getFirst()));
        }
    }

    private static void move(long pid, String cores) {
        try {
            new ProcessBuilder("taskset", "-a", "-p", "-c", cores, String.valueOf(pid)).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        }
        catch (IOException ex) {
            throw new IllegalStateException("taskset was there a moment ago", ex);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    /** The processor's name. */
    public static String model() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo"))
                .stream()
                .filter((line) -> line.startsWith("model name"))
                .map((line) -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unnamed processor");
        }
        catch (IOException ex) {
            return "unknown processor";
        }
    }

    /** For the report. */
    public String described() {
        return this.pinned ? "server on core %d, driver on core %d".formatted(this.allowed.get(0), this.allowed.get(1))
                : "not pinned: taskset or a second core is missing";
    }

}

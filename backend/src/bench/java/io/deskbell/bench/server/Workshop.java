package io.deskbell.bench.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.deskbell.bench.machine.Cores;

/**
 * Where servers are started: all with the same heap, collector and core, each in an empty
 * folder of its own.
 *
 * @param target where reports, logs and the servers' folders go
 * @param jar the product
 * @param jfr whether the servers record themselves
 */
public record Workshop(Path target, Path jar, Cores cores, boolean jfr) {

    /** A part of the shop for one scenario's servers, logs and recordings. */
    public Workshop part(String scenario) {
        return new Workshop(this.target.resolve(scenario), this.jar, this.cores, this.jfr);
    }

    /** Alike for all. */
    public static final List<String> JVM = List.of("-Xmx1g", "-XX:+UseSerialGC");

    /** Every server's admin, where it has one. */
    static final String PASSWORD = "correct horse battery";

    /** Starts a JVM in an empty folder. */
    Launched launch(String name, List<String> jvmAndMain, List<String> arguments) {
        emptyFolder(name);
        return resume(name, jvmAndMain, arguments);
    }

    /** Starts a JVM in a folder with all that lies there. */
    Launched resume(String name, List<String> jvmAndMain, List<String> arguments) {
        int port = freePort();
        Path folder = this.target.resolve(name);
        List<String> command = new ArrayList<>(this.cores.serverPrefix());
        command.add(java());
        command.addAll(JVM);
        if (this.jfr) {
            command.add("-XX:StartFlightRecording:settings=profile,filename=" + folder.resolveSibling(name + ".jfr"));
        }
        command.addAll(jvmAndMain);
        command.add("--server.port=" + port);
        command.addAll(arguments);
        return start(name, folder, port, command);
    }

    private Launched start(String name, Path folder, int port, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(Map.of("DESKBELL_ADMIN_PASSWORD", PASSWORD));
        return Launched.start(builder, port, folder.resolveSibling(name + ".log"), this);
    }

    /** The JDK that runs the benchmark runs the servers. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** Takes the jar apart with its own tool. */
    Path extract(String name, String... options) {
        Path folder = emptyFolder(name);
        List<String> command = new ArrayList<>(List.of(java(), "-Djarmode=tools", "-jar", this.jar.toString(),
                "extract", "--force", "--destination", folder.toString()));
        command.addAll(List.of(options));
        try {
            Path log = folder.resolveSibling(name + ".log");
            int status = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
            if (status != 0) {
                throw new IllegalStateException("The jar could not be taken apart; see " + log);
            }
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
        return folder;
    }

    private Path emptyFolder(String name) {
        Path folder = this.target.resolve(name);
        try {
            delete(folder);
            return Files.createDirectories(folder);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** Deletes a folder with all in it, where there is one. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

}

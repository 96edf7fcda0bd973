package io.deskbell.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.deskbell.Launcher;

/**
 * A server in a process of its own, with the settings it has by default and its data in
 * its working directory; closing it kills it.
 */
public final class ServerProcess implements AutoCloseable {

    private static final Pattern STARTED = Pattern.compile("started on port (\\d+)");

    private final Process process;

    private final CompletableFuture<Integer> port = new CompletableFuture<>();

    private ServerProcess(Process process) {
        this.process = process;
        Thread.ofVirtual().start(this::read);
    }

    /**
     * Prepares quick starts: the classes as jars, and what the JVM learnt of them in one
     * start kept for the next ones.
     */
    public static Program program(Path folder) throws IOException, InterruptedException {
        Program program = new Program(folder, classPath(folder), folder.resolve("classes.aot"));
        Process rehearsal = program.launch(folder.resolve("rehearsal"), "-XX:AOTCacheOutput=" + program.cache(),
                "-Dspring.context.exit=onRefresh");
        rehearsal.inputReader().lines().forEach((line) -> {
        });
        rehearsal.waitFor();
        return program;
    }

    /** The product's own jar, as people start it. */
    public static ServerProcess ofJar(Path jar, Path folder) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(java(), "-Xmx400m", "-jar", jar.toAbsolutePath().toString(),
                "--server.port=0");
        builder.directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("DESKBELL_ADMIN_PASSWORD", Admin.PASSWORD);
        return new ServerProcess(builder.start());
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    public int port() {
        return this.port.orTimeout(4, TimeUnit.MINUTES).join();
    }

    private void read() {
        try (var lines = this.process.inputReader()) {
            StringBuilder log = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                log.append(line).append('\n');
                Matcher started = STARTED.matcher(line);
                if (started.find()) {
                    this.port.complete(Integer.valueOf(started.group(1)));
                }
            }
            this.port.completeExceptionally(new IllegalStateException(log.toString()));
        }
        catch (IOException ex) {
            this.port.completeExceptionally(new UncheckedIOException(ex));
        }
    }

    /** Kills it as {@code kill -9} does. */
    @Override
    public void close() {
        this.process.destroyForcibly().onExit().join();
    }

    /** Without the tests, whose configuration would be found too. */
    private static String classPath(Path folder) {
        return Stream.of(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator), -1))
            .filter((entry) -> !entry.isEmpty() && !Path.of(entry).endsWith("test-classes"))
            .map((entry) -> Files.isDirectory(Path.of(entry)) ? jar(Path.of(entry), folder) : entry)
            .collect(Collectors.joining(File.pathSeparator));
    }

    private static String jar(Path classes, Path folder) {
        String jar = folder.resolve(Integer.toHexString(classes.hashCode()) + ".jar").toString();
        ToolProvider.findFirst("jar")
            .orElseThrow()
            .run(System.out, System.err, "cf", jar, "-C", classes.toString(), ".");
        return jar;
    }

    /** What is started. */
    public record Program(Path folder, String classPath, Path cache) {

        /** Starts a server that goes on with the data that the one before it left. */
        public ServerProcess start(String... settings) throws IOException {
            return new ServerProcess(launch(this.folder.resolve("server"), "-XX:AOTCache=" + this.cache, settings));
        }

        private Process launch(Path directory, String archive, String... more) throws IOException {
            List<String> command = new ArrayList<>(
                    List.of(java(), "-Xmx400m", "-XX:TieredStopAtLevel=1", archive, "-cp", this.classPath));
            Stream.of(more).filter((it) -> it.startsWith("-D")).forEach(command::add);
            command.addAll(List.of(Launcher.class.getName(), "--server.port=0"));
            Stream.of(more).filter((it) -> !it.startsWith("-D")).forEach(command::add);
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.directory(Files.createDirectories(directory).toFile()).redirectErrorStream(true);
            builder.environment().put("DESKBELL_ADMIN_PASSWORD", Admin.PASSWORD);
            return builder.start();
        }

    }

}

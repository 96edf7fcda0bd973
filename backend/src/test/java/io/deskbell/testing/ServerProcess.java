package io.deskbell.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.deskbell.Launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * A server in a process of its own, with the settings it has by default and its data in
 * its working directory; closing it kills it.
 */
public final class ServerProcess implements AutoCloseable {

    private static final Pattern STARTED = Pattern.compile("started on port (\\d+)");

    /** No line of the log has it. */
    private static final String NOTHING = "\n";

    private final Process process;

    private final String awaited;

    private final CompletableFuture<String> reached = new CompletableFuture<>();

    private final CompletableFuture<Integer> port = new CompletableFuture<>();

    private ServerProcess(Process process, String awaited) {
        this.process = process;
        this.awaited = awaited;
        Thread.ofVirtual().start(this::read);
    }

    /** The classes as jars, which start more quickly than folders. */
    public static Program program(Path folder) {
        return new Program(folder, classPath(folder), "-Xshare:auto");
    }

    /** The product's own jar, as people start it. */
    public static ServerProcess ofJar(Path jar, Path folder) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(java(), "-Xmx400m", "-jar", jar.toAbsolutePath().toString(),
                "--server.port=0");
        builder.directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("DESKBELL_ADMIN_PASSWORD", Admin.PASSWORD);
        return new ServerProcess(builder.start(), NOTHING);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    public int port() {
        return this.port.orTimeout(10, TimeUnit.MINUTES).join();
    }

    /** Waits until a line of the log has what this start was to be watched for. */
    public void awaitReached() {
        this.reached.orTimeout(10, TimeUnit.MINUTES).join();
    }

    private void read() {
        try (var lines = this.process.inputReader()) {
            StringBuilder log = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                log.append(line).append('\n');
                if (line.contains(this.awaited)) {
                    this.reached.complete(line);
                }
                Matcher started = STARTED.matcher(line);
                if (started.find()) {
                    this.port.complete(Integer.valueOf(started.group(1)));
                    this.reached
                        .completeExceptionally(new IllegalStateException("No line of a start has: " + this.awaited));
                }
            }
            fail(new IllegalStateException(log.toString()));
        }
        catch (IOException ex) {
            fail(new UncheckedIOException(ex));
        }
    }

    /** Everything that a start said which failed. */
    public String awaitFailure() throws InterruptedException {
        assertThat(this.process.waitFor()).as("exit code").isNotZero();
        CompletionException said = catchThrowableOfType(CompletionException.class, this::port);
        return String.valueOf(said.getCause().getMessage());
    }

    private void fail(RuntimeException why) {
        this.port.completeExceptionally(why);
        this.reached.completeExceptionally(why);
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

    /** What is started; {@code archive} is the JVM's option that makes it quick. */
    public record Program(Path folder, String classPath, String archive) {

        /**
         * Keeps what the JVM learns of the classes in one start for the next ones: it
         * takes as long as seven starts, and halves each.
         */
        public Program rehearsed() throws IOException, InterruptedException {
            Path cache = this.folder.resolve("classes.aot");
            Process rehearsal = new Program(this.folder, this.classPath, "-XX:AOTCacheOutput=" + cache)
                .launch(this.folder.resolve("rehearsal"), "-Dspring.context.exit=onRefresh");
            rehearsal.inputReader().lines().forEach((line) -> {
            });
            rehearsal.waitFor();
            return new Program(this.folder, this.classPath, "-XX:AOTCache=" + cache);
        }

        /** Starts a server that goes on with the data that the one before it left. */
        public ServerProcess start(String... settings) throws IOException {
            return startUntil(NOTHING, settings);
        }

        /** The same, watched for a line of its log. */
        public ServerProcess startUntil(String line, String... settings) throws IOException {
            return new ServerProcess(launch(this.folder.resolve("server"), settings), line);
        }

        private Process launch(Path directory, String... more) throws IOException {
            List<String> command = new ArrayList<>(List.of(java(), "-Xmx400m", "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=240m", this.archive, "-cp", this.classPath));
            Stream.of(more).filter((it) -> it.startsWith("-D")).forEach(command::add);
            command.add(Launcher.class.getName());
            if (Stream.of(more).noneMatch((it) -> it.startsWith("--server.port"))) {
                command.add("--server.port=0");
            }
            Stream.of(more).filter((it) -> !it.startsWith("-D")).forEach(command::add);
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.directory(Files.createDirectories(directory).toFile()).redirectErrorStream(true);
            builder.environment().put("DESKBELL_ADMIN_PASSWORD", Admin.PASSWORD);
            return builder.start();
        }

    }

}

package io.deskbell.protocol;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.deskbell.Launcher;
import io.deskbell.testing.Admin;
import io.deskbell.testing.Browser;
import io.deskbell.testing.Deskbell;
import io.deskbell.testing.Guide;
import io.deskbell.testing.Kiosk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What was acknowledged is still there after the server's process is killed. */
class KillIT {

    private static final Pattern STARTED = Pattern.compile("started on port (\\d+)");

    @TempDir
    private Path folder;

    @Test
    void nothingAcknowledgedIsLost() throws Exception {
        Kiosk kiosk;
        Guide guide;
        String call;
        List<JsonNode> acknowledged;
        try (Server server = new Server(this.folder)) {
            Deskbell deskbell = Deskbell.at(server.port());
            String region = deskbell.admin().region();
            kiosk = deskbell.kiosk(region);
            guide = deskbell.guide(region);
            call = kiosk.talksWith(guide);
            acknowledged = IntStream.range(0, 20).mapToObj((i) -> said(kiosk, call, "text " + i)).toList();
        }
        try (Server server = new Server(this.folder)) {
            Browser desk = kiosk.browser().restart().at(server.port());
            assertThat(desk.get("/api/calls/current").is(200).each("id")).containsExactly(call);
            JsonNode messages = desk.get("/api/calls/" + call + "/messages").is(200).json().path("items");
            assertThat(messages).containsExactlyElementsOf(acknowledged);
            Browser person = Deskbell.at(server.port()).browserOf(guide.username());
            assertThat(person.get("/api/calls/current").each("state")).containsExactly("ACTIVE");
            assertThat(person.get("/api/notes").each("callId")).containsExactly(call);
        }
    }

    private static JsonNode said(Kiosk kiosk, String call, String text) {
        kiosk.say(call, text, text);
        return kiosk.message();
    }

    /**
     * A server in a process of its own, with the settings it has by default; closing it
     * kills it.
     */
    private static final class Server implements AutoCloseable {

        private final Process process;

        private final CompletableFuture<Integer> port = new CompletableFuture<>();

        Server(Path folder) throws IOException {
            ProcessBuilder builder = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx400m", "-cp", classPath(),
                    Launcher.class.getName(), "--server.port=0");
            builder.directory(folder.toFile()).redirectErrorStream(true);
            builder.environment().put("DESKBELL_ADMIN_PASSWORD", Admin.PASSWORD);
            this.process = builder.start();
            Thread.ofVirtual().start(this::read);
        }

        int port() {
            return this.port.orTimeout(2, TimeUnit.MINUTES).join();
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

        /** Without the tests, whose configuration would be found too. */
        private static String classPath() {
            String separator = File.pathSeparator;
            return Stream.of(System.getProperty("java.class.path").split(Pattern.quote(separator), -1))
                .filter((entry) -> !entry.endsWith("test-classes") && !entry.endsWith("test-classes/"))
                .collect(Collectors.joining(separator));
        }

        @Override
        public void close() {
            this.process.destroyForcibly().onExit().join();
        }

    }

}

package io.deskbell.protocol;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.deskbell.testing.Admin;
import io.deskbell.testing.Browser;
import io.deskbell.testing.ServerProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Everybody comes back in the moment after a start, when hardly a class is loaded. With a
 * carrier for each processor the jar's lock and the carriers once waited for each other
 * for good (docs/adr/0007).
 */
class StartupRushIT {

    private static final Path JAR = Path.of("target/deskbell.jar");

    private static final int BROWSERS = 120;

    private static final List<String> PATHS = List.of("/api/notes", "/api/calls", "/api/sessions", "/login", "/guide",
            "/api/admin/messages", "/api/admin/audit", "/ws/info", "/favicon.svg", "/nothing");

    @TempDir
    private Path folder;

    @Test
    void everybodyIsAnsweredRightAfterTheStart() throws Exception {
        try (ServerProcess server = ServerProcess.ofJar(JAR, this.folder);
                ExecutorService rush = Executors.newVirtualThreadPerTaskExecutor()) {
            int port = server.port();
            List<Future<Integer>> answers = IntStream.range(0, BROWSERS)
                .mapToObj((i) -> rush.submit(() -> comesBack(new Browser(port), i)))
                .toList();
            for (Future<Integer> answer : answers) {
                assertThat(answer.get(60, TimeUnit.SECONDS)).isLessThan(500);
            }
        }
    }

    private static int comesBack(Browser browser, int number) {
        if (number % 12 == 0) {
            browser.signIn("admin", Admin.PASSWORD).is(200);
        }
        return browser.get(PATHS.get(number % PATHS.size())).status();
    }

}

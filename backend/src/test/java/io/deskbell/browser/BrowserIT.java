package io.deskbell.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.deskbell.testing.QuickPasswords;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

/**
 * Runs the browser tests of {@code frontend/e2e} against a server of their own, with the
 * data of the profile {@code demo} in memory.
 * <p>
 * Without a browser they are skipped with a banner, unless {@code CI} is set. With
 * {@code -Dbrowser.test=} only those run whose file has this in its name.
 */
@Order(1)
@Import(QuickPasswords.class)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = { "spring.datasource.url=jdbc:h2:mem:browser;DB_CLOSE_ON_EXIT=FALSE",
                // The board follows every region, and each test leaves one.
                "deskbell.limits.subscriptions-per-connection=1000",
                // A test has a proxy of its own.
                "deskbell.proxy.trusted=127.0.0.1,::1" })
@ActiveProfiles("demo")
class BrowserIT {

    private static final String NO_BROWSER = """

            ==========================================================================
             BROWSER TESTS SKIPPED: no Chromium found.
             Install one (apt-get install chromium), or name it in CHROME_BIN.
            ==========================================================================
            """;

    private static final Path FRONTEND = frontend();

    @LocalServerPort
    private int port;

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void pagesWorkInARealBrowser() throws Exception {
        if (node(Map.of(), "e2e/find-browser.mjs").status() != 0) {
            System.out.println(NO_BROWSER);
            if (System.getenv("CI") != null) {
                fail("No Chromium found, and CI asks for the browser tests");
            }
            abort("No Chromium found");
        }
        Ended playwright = node(Map.of("BASE_URL", "http://localhost:" + this.port),
                "node_modules/@playwright/test/cli.js", "test", "-c", "e2e",
                System.getProperty("browser.test", ".spec.ts"));
        assertThat(playwright.status()).as("exit status of Playwright, which says:%n%s", playwright.failures())
            .isZero();
    }

    /**
     * Runs a script with the Node of the build and passes its output on; the streams are
     * piped, as an inherited one would break into failsafe's own channel.
     */
    private Ended node(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(FRONTEND.resolve(".node/node/node").toString());
        builder.command().addAll(List.of(arguments));
        builder.directory(FRONTEND.toFile()).redirectErrorStream(true).environment().putAll(environment);
        Process process = builder.start();
        try (var reader = process.inputReader()) {
            List<String> output = reader.lines().peek(System.out::println).toList();
            return new Ended(process.waitFor(), output);
        }
        finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** From the module's folder, as in the build, or from the top, as in an editor. */
    private static Path frontend() {
        Path sibling = Path.of("../frontend").toAbsolutePath().normalize();
        return Files.isDirectory(sibling) ? sibling : Path.of("frontend").toAbsolutePath();
    }

    /** A process that has ended, with all lines it wrote. */
    private record Ended(int status, List<String> output) {

        /** Playwright's list reporter numbers the failures once all tests have run. */
        String failures() {
            return this.output.stream().dropWhile((line) -> !line.startsWith("  1) ")).collect(joining("\n"));
        }

    }

}

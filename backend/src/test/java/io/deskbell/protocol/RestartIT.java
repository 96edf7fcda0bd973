package io.deskbell.protocol;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.deskbell.testing.Browser;
import io.deskbell.testing.Deskbell;
import io.deskbell.testing.Kiosk;
import io.deskbell.testing.ServerProcess;
import io.deskbell.testing.ServerProcess.Program;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A server is killed while a call rings: all that was to come still comes, once. */
class RestartIT {

    private static final String[] SLOWLY = { "--deskbell.routing.reminder-after=5m",
            "--deskbell.routing.fallback-after=6m", "--deskbell.routing.admins-after=7m",
            "--deskbell.routing.missed-after=8m" };

    /** The same steps, due by the time the server is back. */
    private static final String[] SOON = { "--deskbell.routing.reminder-after=1ms",
            "--deskbell.routing.fallback-after=2ms", "--deskbell.routing.admins-after=3ms",
            "--deskbell.routing.missed-after=4ms" };

    private ServerProcess server;

    @TempDir
    private Path folder;

    @Test
    void whatWasToComeStillComesOnce() throws Exception {
        Program program = ServerProcess.program(this.folder);
        this.server = program.start(SLOWLY);
        Deskbell deskbell = Deskbell.at(this.server.port());
        String neighbours = deskbell.admin().region();
        String region = deskbell.admin().region(neighbours);
        deskbell.guide(region);
        deskbell.guide(neighbours);
        Kiosk kiosk = deskbell.kiosk(region);
        String call = kiosk.rings();
        assertThat(happened(deskbell, call)).containsExactly("RANG");
        this.server.close();

        this.server = program.start(SOON);
        Deskbell after = Deskbell.at(this.server.port());
        await().atMost(Duration.ofSeconds(60))
            .until(() -> happened(after, call), (events) -> events.contains("MISSED"));
        this.server.close();

        this.server = program.start(SOON);
        Deskbell again = Deskbell.at(this.server.port());
        assertThat(happened(again, call)).startsWith("RANG", "REMINDED", "WIDENED")
            .endsWith("MISSED")
            .doesNotHaveDuplicates();
        Browser admin = again.admin().browser();
        JsonNode notes = admin.get("/api/notes", "limit", 200).is(200).json().path("items");
        assertThat(notes.valueStream().filter((note) -> note.path("callId").asString().equals(call))).hasSize(1);
        assertThat(admin.post("/api/admin/inspection", "").is(200).json().path("findings")).isEmpty();
    }

    @AfterEach
    void stop() {
        this.server.close();
    }

    private static List<String> happened(Deskbell deskbell, String call) {
        return deskbell.admin().browser().get("/api/calls/" + call + "/events").is(200).each("kind");
    }

}

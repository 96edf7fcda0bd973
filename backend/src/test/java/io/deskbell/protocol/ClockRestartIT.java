package io.deskbell.protocol;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.deskbell.testing.Admin;
import io.deskbell.testing.Browser;
import io.deskbell.testing.Deskbell;
import io.deskbell.testing.Guide;
import io.deskbell.testing.Kiosk;
import io.deskbell.testing.ServerProcess;
import io.deskbell.testing.ServerProcess.Program;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The clock is put back by an hour while the server is stopped. */
class ClockRestartIT {

    private static final String[] SLOWLY = { "--deskbell.routing.reminder-after=5m",
            "--deskbell.routing.missed-after=8m", "--deskbell.routing.desk-offline-after=9m" };

    private static final String[] SOON = { "--deskbell.routing.reminder-after=1ms",
            "--deskbell.routing.missed-after=4ms", "--deskbell.routing.desk-offline-after=1s" };

    /** What the server had kept an hour ahead of what is now. */
    private static final Map<String, List<String>> TIMES = Map.of("calls",
            List.of("ring_at", "ringing_since", "due_at"), "alert_waves", List.of("sent_at"), "call_events",
            List.of("at"), "notes", List.of("sent_at"), "desks",
            List.of("last_seen", "offline_since", "offline_due_at"), "accounts", List.of("one_time_until"));

    private ServerProcess server;

    @TempDir
    private Path folder;

    @Test
    void whatWasToComeComesInItsTimeAndWhatIsOverStaysSo() throws Exception {
        Program program = ServerProcess.program(this.folder);
        this.server = program.start(SLOWLY);
        Deskbell deskbell = Deskbell.at(this.server.port());
        String region = deskbell.admin().region();
        Guide guide = deskbell.guide(region);
        Kiosk gone = deskbell.kiosk(region);
        hears(guide, gone, true);
        gone.line().close();
        hears(guide, gone, false);
        String call = deskbell.kiosk(region).rings();
        String other = deskbell.admin().guide(region);
        String password = deskbell.admin()
            .browser()
            .post("/api/admin/accounts/" + other + "/password", "")
            .is(201)
            .json()
            .path("password")
            .asString();
        deskbell.browser().signIn(other, password).is(200);
        this.server.close();
        anHourAhead();

        this.server = program.start(SOON);
        Deskbell after = Deskbell.at(this.server.port());
        Browser admin = after.admin().browser();
        await().atMost(Duration.ofSeconds(60))
            .until(() -> admin.get("/api/calls/" + call).is(200).json().path("state").asString().equals("MISSED"));
        await().atMost(Duration.ofSeconds(60))
            .until(() -> admin.get("/api/notes", "limit", 200).is(200).each("contents"),
                    (texts) -> texts.stream().anyMatch((text) -> text.contains(Admin.nameOf(gone.desk()))));
        Instant soon = Instant.now().plusSeconds(5);
        assertThat(admin.get("/api/sessions").is(200).each("lastSeen"))
            .allMatch((seen) -> Instant.parse(seen).isBefore(soon));
        assertThat(admin.get("/api/calls/" + call + "/events").is(200).each("at")).isSorted()
            .allMatch((at) -> Instant.parse(at).isBefore(soon));
        after.browser().signIn(other, password).isProblem(401, "BAD_CREDENTIALS");
    }

    @AfterEach
    void stop() {
        this.server.close();
    }

    private void anHourAhead() {
        JdbcTemplate jdbc = new JdbcTemplate(new DriverManagerDataSource(
                "jdbc:h2:file:" + this.folder.resolve("server/data/deskbell").toAbsolutePath(), "sa", ""));
        TIMES.forEach((table, columns) -> columns.forEach(
                (column) -> jdbc.update("update %1$s set %2$s = %2$s + interval '1' hour".formatted(table, column))));
        for (String column : List.of("creation_time", "last_access_time", "expiry_time")) {
            jdbc.update("update spring_session set %1$s = %1$s + 3600000".formatted(column));
        }
    }

    private static void hears(Guide guide, Kiosk desk, boolean online) {
        guide.hears("DESK", (event) -> event.path("desk").asString().equals(desk.desk())
                && event.path("online").asBoolean() == online);
    }

}

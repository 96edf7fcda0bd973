package io.deskbell.account.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.sql.DataSource;

import io.deskbell.testing.Browser;
import io.deskbell.testing.Deskbell;
import io.deskbell.testing.DeskbellServer;
import io.deskbell.testing.HttpAnswer;
import io.deskbell.testing.RowLockGate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcOperations;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Much that one session asks at once is answered, and none of it is in the other's way.
 */
@DeskbellServer
class ConcurrentRequestsIT {

    private static final List<String> ASKED = List.of("/api/session", "/api/calls/current", "/api/checksum",
            "/api/session", "/api/calls/current", "/ws/info");

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @Autowired
    private Deskbell deskbell;

    @Autowired
    private JdbcOperations jdbc;

    @Autowired
    private DataSource database;

    private String desk;

    private Browser kiosk;

    @BeforeEach
    void pair() {
        this.desk = this.deskbell.admin().desk(this.deskbell.admin().region());
        this.kiosk = this.deskbell.browserOfDesk(this.desk);
    }

    @AfterEach
    void stop() {
        this.threads.close();
    }

    @Test
    void aDeskThatMovesIsAnsweredAllItAsks() throws Exception {
        List<String> before = attributes();
        for (int i = 1; i <= 20; i++) {
            this.kiosk.with("X-Forwarded-For", "203.0.113." + i);
            for (HttpAnswer answer : atOnce(ASKED.stream().map((path) -> () -> this.kiosk.get(path)))) {
                answer.is(200);
            }
        }
        assertThat(attributes()).containsExactlyInAnyOrderElementsOf(before);
    }

    /** Somebody else may write to their session for as long as they like. */
    @Test
    void threeHundredConnectionsAreServed() throws Exception {
        wasUsed(Instant.now().plusSeconds(60).toEpochMilli());
        try (RowLockGate gate = new RowLockGate(this.database)) {
            gate.holds("spring_session where principal_name = ?", "desk:" + this.desk);
            for (HttpAnswer answer : atOnce(IntStream.range(0, 300)
                .mapToObj((i) -> () -> this.kiosk.post("/ws/000/at-once-" + i + "/xhr", "")))) {
                assertThat(answer.is(200).body()).isEqualTo("o\n");
            }
        }
    }

    @Test
    void whatComesAtOnceIsWrittenDownOnce() {
        long lately = Instant.now().minusSeconds(2).toEpochMilli();
        wasUsed(lately);
        this.kiosk.get("/api/session").is(200);
        assertThat(lastUse()).isEqualTo(lately);
        wasUsed(lately - Duration.ofMinutes(1).toMillis());
        this.kiosk.get("/api/session").is(200);
        assertThat(lastUse()).isGreaterThan(lately);
    }

    private void wasUsed(long time) {
        this.jdbc.update("update spring_session set last_access_time = ? where principal_name = ?", time,
                "desk:" + this.desk);
    }

    private Long lastUse() {
        return this.jdbc.queryForObject("select last_access_time from spring_session where principal_name = ?",
                Long.class, "desk:" + this.desk);
    }

    private List<HttpAnswer> atOnce(Stream<Callable<HttpAnswer>> requests) throws Exception {
        List<HttpAnswer> answers = new ArrayList<>();
        for (Future<HttpAnswer> answer : this.threads.invokeAll(requests.toList())) {
            answers.add(answer.get());
        }
        return answers;
    }

    private List<String> attributes() {
        return this.jdbc.queryForList("""
                select attribute_name from spring_session_attributes join spring_session
                on primary_id = session_primary_id where principal_name = ?""", String.class, "desk:" + this.desk);
    }

}

package io.deskbell.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.deskbell.inspection.ConsistencyInspection;
import io.deskbell.testing.Browser;
import io.deskbell.testing.Deskbell;
import io.deskbell.testing.DeskbellServer;
import io.deskbell.testing.Guide;
import io.deskbell.testing.Kiosk;
import io.deskbell.testing.StatementWatch;
import io.deskbell.testing.StatementWatch.Seen;
import io.deskbell.testing.TwoYearsOfHistory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * With years of data no query reads more than what it shows: each statement that really
 * runs, of pages and of sweeps, is explained by the database.
 */
@DeskbellServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(properties = "spring.jmx.enabled=false")
@Import(PlansIT.Watching.class)
public class PlansIT {

    /** A page of 50, read from a few indexes at once; a sixth of the smallest table. */
    private static final int MOST_ROWS = 1_000;

    private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");

    private static final Pattern EXPLAINABLE = Pattern.compile("(?is)\\s*\\(?(select|update|delete|with)\\b.*");

    /** Notes have plans of their own. */
    private static final Pattern OTHERS = Pattern.compile("(?is).*\\b(notes|note_reads)\\b.*");

    @Autowired
    private Deskbell deskbell;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private StatementWatch watch;

    @Autowired
    private ConsistencyInspection inspection;

    @Autowired
    private ScheduledTaskHolder scheduled;

    private TwoYearsOfHistory years;

    private Guide guide;

    private Kiosk kiosk;

    private String call;

    @BeforeAll
    void yearsGoBy() {
        List<String> regions = List.of(this.deskbell.admin().region(), this.deskbell.admin().region(),
                this.deskbell.admin().region());
        this.years = new TwoYearsOfHistory(this.jdbc, regions);
        this.years.fill();
        this.guide = this.deskbell.guide(regions.getFirst());
        this.kiosk = this.deskbell.kiosk(regions.getFirst());
        this.call = this.kiosk.talksWith(this.guide);
        this.deskbell.kiosk(regions.getLast()).rings();
    }

    Stream<String> pagesOfAdmins() {
        String region = this.years.region(0);
        String old = time("from", 500) + time("&to", 499);
        return Stream.of("messages", "messages?region=" + region, "messages?desk=" + this.years.desk(3),
                "messages?username=desk:" + this.years.desk(3), "messages?username=" + this.years.guide(3),
                "messages?" + old, "messages?" + time("from", 3), "messages?" + time("to", 700),
                "messages?desk=" + this.years.desk(3) + "&" + old, "messages?q=message", "messages?q=message&" + old,
                "messages?cursor=" + cursor(3_000L << 24),
                "messages?region=" + region + "&cursor=" + cursor(3_000L << 24), "calls", "calls?region=" + region,
                "calls?desk=" + this.years.desk(3), "calls?guide=" + this.years.guide(3), "calls?state=MISSED",
                "calls?state=RINGING&state=ACTIVE", "calls?state=MISSED&state=CANCELLED&region=" + region,
                "calls?state=CANCELLED&guide=" + this.years.guide(3), "calls?" + old, "calls?" + time("from", 3),
                "calls?" + time("to", 700), "calls?region=" + region + "&" + old, "calls?cursor=" + cursor(3_000),
                "calls?region=" + region + "&cursor=" + cursor(3_000), "calls?q=message",
                "calls?q=message&desk=" + this.years.desk(3), "audit", "audit?actor=" + this.years.guide(3),
                "audit?action=PAIRING_FAILED", "audit?" + old, "audit?" + time("from", 3), "audit?" + time("to", 700),
                "audit?actor=" + this.years.guide(3) + "&action=PAIRING_FAILED", "audit?cursor=" + cursor(3_000),
                "live", "desks", "regions", "accounts", "calls?answered=true", "calls?language=ko&region=" + region,
                "calls?stars=5&" + old, "calls?answeredFrom=5&answeredTo=10&" + old,
                "calls?weekday=3&hour=5" + time("&from", 500) + time("&to", 480));
    }

    @ParameterizedTest
    @MethodSource("pagesOfAdmins")
    void aPageOfAdminsReadsWhatItShows(String page) {
        Browser admin = this.deskbell.admin().browser();
        verify(() -> admin.get("/api/admin/" + page).is(200));
    }

    Stream<String> pagesOfGuides() {
        return Stream.of("calls/current", "calls", "calls?state=RINGING", "calls?state=MISSED&state=CANCELLED",
                "calls?region=" + this.years.region(0), "calls?cursor=" + cursor(3_000), "checksum",
                "calls/" + this.call, "calls/" + this.call + "/messages", "calls/" + this.years.id(0) + "/alerts",
                "calls/" + this.years.id(0) + "/events", "regions/" + this.years.region(0) + "/presence",
                "regions/" + this.years.region(0) + "/desks", "session", "sessions");
    }

    @ParameterizedTest
    @MethodSource("pagesOfGuides")
    void aPageOfGuidesReadsWhatItShows(String page) {
        verify(() -> this.guide.browser().get("/api/" + page).is(200));
    }

    @Test
    void aDeskReadsItsOwnCall() {
        verify(() -> {
            this.kiosk.browser().get("/api/calls/current").is(200);
            this.kiosk.browser().get("/api/checksum").is(200);
            this.kiosk.browser().get("/api/calls/" + this.call + "/messages").is(200);
        });
    }

    /** From the press to the end, with a word said, and the sweeps that run meanwhile. */
    @Test
    void aCallReadsItself() {
        verify(() -> {
            Kiosk other = this.deskbell.kiosk(this.years.region(0));
            Guide answering = this.deskbell.guide(this.years.region(0));
            String talk = other.talksWith(answering);
            other.say(talk, "c", "text");
            answering.message();
            answering.act("end", talk);
            other.call("ENDED");
        });
    }

    @Test
    void theInspectionReadsADay() {
        verify(this.inspection::inspect);
    }

    /** Those of the month, and with the details those of the month before. */
    @Test
    void statisticsReadTheCallsOfTheirTime() {
        String month = time("from", 500) + time("&to", 470);
        int ofAMonth = TwoYearsOfHistory.CALLS * 30 / 730;
        assertThat(rowsRead("stats?" + month)).isBetween(ofAMonth - 2, ofAMonth + 2);
        assertThat(rowsRead("stats/details?bucket=hour&" + month)).isBetween(2 * ofAMonth - 2, 2 * ofAMonth + 4);
        assertThat(rowsRead("stats?region=" + this.years.region(0) + "&" + month)).isBetween(ofAMonth / 3 - 2,
                ofAMonth + 2);
    }

    private int rowsRead(String page) {
        Browser admin = this.deskbell.admin().browser();
        return this.watch.during(() -> admin.get("/api/admin/" + page).is(200))
            .stream()
            .filter((it) -> it.sql().contains("ring_at >="))
            .mapToInt((it) -> explained(it).rows())
            .sum();
    }

    @Test
    void theSweepReadsWhatIsNotCounted() {
        List<ScheduledTask> sweeps = this.scheduled.getScheduledTasks()
            .stream()
            .filter((task) -> task.toString().endsWith("MessageCounter.sweep"))
            .toList();
        assertThat(sweeps).hasSize(1);
        verify(() -> sweeps.getFirst().getTask().getRunnable().run());
    }

    /** What is looked for and is not there is looked for where it could be. */
    @Test
    void aSearchAtADeskReadsItsMessages() {
        List<Seen> seen = this.watch.during(() -> this.deskbell.admin()
            .browser()
            .get("/api/admin/messages", "q", "absent", "desk", this.years.desk(3))
            .is(200));
        int itsMessages = TwoYearsOfHistory.CALLS / TwoYearsOfHistory.DESKS * TwoYearsOfHistory.MESSAGES_EACH;
        assertThat(seen.stream()
            .filter((it) -> it.sql().contains("messages"))
            .mapToInt((it) -> explained(it).rows())
            .sum()).isBetween(itsMessages, 2 * itsMessages);
    }

    /** Its calls lie apart, and nothing between them is read. */
    @Test
    void anExportOfADeskReadsItsMessagesOnce() {
        List<Seen> seen = this.watch.during(() -> this.deskbell.admin()
            .browser()
            .get("/api/admin/calls/export", "format", "ndjson", "reason", "test", "desk", this.years.desk(5))
            .is(200));
        int itsCalls = TwoYearsOfHistory.CALLS / TwoYearsOfHistory.DESKS;
        int itsMessages = itsCalls * TwoYearsOfHistory.MESSAGES_EACH;
        assertThat(seen.stream()
            .filter((it) -> it.sql().contains("from messages"))
            .mapToInt((it) -> explained(it).rows())
            .sum()).isBetween(itsMessages, itsMessages + 2 * itsCalls);
        assertThat(seen.stream().filter((it) -> isOurs(it) && !it.sql().contains("from messages")).map(this::explained))
            .allSatisfy((it) -> assertThat(it.rows()).as(it.plan()).isLessThan(MOST_ROWS));
    }

    private void verify(Runnable action) {
        List<Seen> seen = this.watch.during(action);
        assertThat(seen).isNotEmpty();
        assertThat(seen.stream().filter(PlansIT::isOurs).map(this::explained))
            .allSatisfy((it) -> assertThat(it.rows()).as(it.plan()).isLessThan(MOST_ROWS));
    }

    private static boolean isOurs(Seen seen) {
        return EXPLAINABLE.matcher(seen.sql()).matches() && !OTHERS.matcher(seen.sql()).matches();
    }

    /** Runs it once more, and takes back what it changes. */
    private Explained explained(Seen seen) {
        return this.jdbc.execute((Connection connection) -> {
            boolean h2 = connection.getMetaData().getDatabaseProductName().equals("H2");
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection
                .prepareStatement((h2 ? "explain analyze " : "explain (analyze, format json) ") + seen.sql())) {
                seen.fill(statement);
                String plan = String.join("\n", lines(statement));
                return new Explained(seen.sql() + "\n" + plan,
                        h2 ? scanned(plan) : scanned(new JsonMapper().readTree(plan).path(0).path("Plan")));
            }
            catch (ReflectiveOperationException ex) {
                throw new IllegalStateException(ex);
            }
            finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        });
    }

    private static List<String> lines(PreparedStatement statement) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return lines;
    }

    private static int scanned(String plan) {
        Matcher matcher = SCANNED.matcher(plan);
        return matcher.results().mapToInt((it) -> Integer.parseInt(it.group(1))).sum();
    }

    private static int scanned(JsonNode node) {
        double rows = 0;
        if (node.path("Node Type").asString().endsWith("Scan")) {
            rows = node.path("Actual Loops").asDouble()
                    * (node.path("Actual Rows").asDouble() + node.path("Rows Removed by Filter").asDouble(0)
                            + node.path("Rows Removed by Index Recheck").asDouble(0));
        }
        for (JsonNode child : node.path("Plans")) {
            rows += scanned(child);
        }
        return (int) rows;
    }

    private String time(String name, int daysAgo) {
        return name + "=" + this.years.ago(Duration.ofDays(daysAgo));
    }

    private static String cursor(long key) {
        return Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(String.valueOf(key).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private record Explained(String plan, int rows) {
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Watching {

        @Bean
        static StatementWatch statementWatch() {
            return new StatementWatch();
        }

    }

}

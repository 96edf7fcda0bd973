package io.deskbell.history.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import io.deskbell.shared.Refusal;
import io.deskbell.shared.database.SearchExecutor;
import io.deskbell.testing.Admin;
import io.deskbell.testing.Browser;
import io.deskbell.testing.Deskbell;
import io.deskbell.testing.DeskbellServer;
import io.deskbell.testing.Guide;
import io.deskbell.testing.HttpAnswer;
import io.deskbell.testing.Kiosk;
import io.deskbell.testing.PastCalls;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

/** Calls with their messages as a file. */
@DeskbellServer
@TestPropertySource(properties = { "deskbell.search.patience=50ms", "deskbell.export.patience=2s" })
public class ExportIT {

    private static final String EXPORT = "/api/admin/calls/export";

    private static final JsonMapper MAPPER = new JsonMapper();

    /** More than the buffers between server and client hold, 45 MB. */
    private static final int MANY = 2_000;

    private static final int EACH = 15;

    private static final String LONG_TEXT = "x".repeat(1_500);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @Autowired
    private Deskbell deskbell;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private SearchExecutor searches;

    private String name;

    private Browser admin;

    private String region;

    private String desk;

    @BeforeEach
    void anAdminAndADeskOfItsOwn() {
        this.name = this.deskbell.admin().person("ADMIN", 1);
        this.admin = this.deskbell.browserOf(this.name);
        this.region = this.deskbell.admin().region();
        this.desk = this.deskbell.admin().desk(this.region);
    }

    @Test
    void aRowForEachMessage() {
        Kiosk kiosk = this.deskbell.kiosk(this.region);
        Guide guide = this.deskbell.guide(this.region);
        String call = kiosk.talksWith(guide);
        kiosk.say(call, "c-1", "\uff1d1+1, \"경복궁\"\nnext line");
        guide.message();
        guide.say(call, "c-2", "ok");
        guide.line().next("/user/queue/messages", (it) -> it.path("seq").asInt() == 2);
        HttpAnswer file = export("csv").is(200);
        assertThat(file.header("content-type")).isEqualToIgnoringCase("text/csv;charset=utf-8");
        assertThat(file.header("content-disposition"))
            .matches("attachment; filename=\"deskbell-calls-" + this.region + "-\\d{4}-\\d\\d-\\d\\d\\.csv\"");
        assertThat(file.header("content-encoding")).isEmpty();
        List<String> rows = List.of(file.body().split("\r\n", -1));
        assertThat(rows.getFirst()).isEqualTo("\ufeffcallId,region,desk,guide,state,language,ringAt,acceptedAt,endedAt,"
                + "seq,sendDate,username,displayName,contents");
        assertThat(rows.get(1))
            .startsWith(call + "," + this.region + "," + kiosk.desk() + "," + guide.username() + ",ACTIVE,ko,")
            .endsWith(",desk:%s,%s,\"'\uff1d1+1, \"\"경복궁\"\"\nnext line\"".formatted(kiosk.desk(),
                    Admin.nameOf(kiosk.desk())));
        assertThat(rows.get(2)).startsWith(call)
            .endsWith("," + guide.username() + "," + Admin.nameOf(guide.username()) + ",ok");
        assertThat(rows).hasSize(4);
    }

    @Test
    void aLineForEachCallAndOneThatSaysItIsWhole() {
        String call = this.deskbell.kiosk(this.region).talksWith(this.deskbell.guide(this.region));
        past().add(2, 3, "text");
        HttpAnswer file = export("ndjson").is(200);
        assertThat(file.header("content-type")).startsWith("application/x-ndjson");
        List<JsonNode> lines = lines(file.body());
        assertThat(lines).hasSize(4);
        assertThat(lines.getLast().toString()).isEqualTo("{\"complete\":true,\"calls\":3,\"messages\":6}");
        for (JsonNode line : lines.subList(0, 3)) {
            String id = line.path("id").asString();
            JsonNode shown = this.admin.get("/api/calls/" + id).json();
            shown.propertyNames().forEach((field) -> assertThat(line.path(field)).isEqualTo(shown.path(field)));
            assertThat(line.path("messages"))
                .isEqualTo(this.admin.get("/api/calls/" + id + "/messages").json().path("items"));
        }
        assertThat(lines.get(2).path("id").asString()).isEqualTo(call);
        assertThat(lines.get(2).path("messages")).isEmpty();
    }

    @Test
    void theFiltersAreThoseOfTheList() {
        Kiosk kiosk = this.deskbell.kiosk(this.region);
        Guide guide = this.deskbell.guide(this.region);
        String call = kiosk.talksWith(guide);
        kiosk.say(call, "c-1", "Where is the restroom?");
        guide.message();
        past().add(300, 1, "a taxi please");
        String rang = this.admin.get("/api/calls/" + call).json().path("ringAt").asString();
        for (String filter : List.of("", "&state=MISSED&state=ACTIVE", "&state=ACTIVE", "&desk=" + this.desk,
                "&guide=" + guide.username(), "&from=" + rang, "&to=" + rang, "&q=taxi", "&q=RESTroom", "&q=absent",
                "&q=taxi&state=ACTIVE", "&desk=no-such-desk")) {
            String query = "?region=" + this.region + filter;
            List<JsonNode> lines = lines(this.admin.get(EXPORT + query + "&format=ndjson&reason=test").is(200).body());
            assertThat(lines.subList(0, lines.size() - 1).stream().map((line) -> line.path("id").asString())).as(filter)
                .containsExactlyElementsOf(listed(query));
        }
        assertThat(listed("?region=" + this.region)).hasSize(301);
    }

    @ParameterizedTest
    @CsvSource({ "reason,''", "reason,' '", "reason,\u200b", "format,xml", "format,CSV", "format,''", "from,yesterday",
            "q,가", "region,Seoul!", "state,SLEEPING", "guide,no one" })
    void whatDoesNotFitIsRefusedBeforeAnythingIsSent(String field, String value) {
        List<Object> query = new ArrayList<>(List.of(field, value));
        if (!field.equals("reason")) {
            query.addAll(List.of("reason", "test"));
        }
        if (!field.equals("format")) {
            query.addAll(List.of("format", "csv"));
        }
        HttpAnswer refused = this.admin.get(EXPORT, query.toArray()).names(field);
        assertThat(refused.header("content-disposition")).isEmpty();
        assertThat(actions()).containsExactly("SIGNED_IN");
    }

    @Test
    void aReasonIsAskedFor() {
        this.admin.get(EXPORT, "format", "csv").names("reason");
        this.admin.get(EXPORT, "format", "csv", "reason", "x".repeat(501)).names("reason");
        this.admin.get(EXPORT, "reason", "test").names("format");
    }

    @Test
    void theAuditTrailSaysWhyAndHowItEnded() {
        past().add(2, 3, "text");
        String why = "😀".repeat(500);
        this.admin.get(EXPORT, "format", "csv", "region", this.region, "q", "text", "reason", why).is(200);
        assertThat(actions()).containsExactly("EXPORT_COMPLETED", "EXPORT_STARTED", "SIGNED_IN");
        JsonNode trail = trail();
        String asked = "q=\"text\" region=\"" + this.region + "\" format=\"csv\"";
        assertThat(trail.at("/0/subject").asString()).isEqualTo("calls=2; messages=6; " + asked);
        assertThat(trail.at("/1/subject").asString()).isEqualTo(asked);
        assertThat(trail.at("/0/reason").asString()).isEqualTo(why);
        assertThat(trail.at("/1/reason").asString()).isEqualTo(why);
        assertThat(trail.at("/0/address").asString()).isNotEmpty();
    }

    @Test
    void isForAdmins() {
        String path = EXPORT + "?format=csv&reason=test";
        this.deskbell.browser().get(path).isProblem(401, "BAD_CREDENTIALS");
        this.deskbell.browserOf(this.deskbell.admin().guide(this.region)).get(path).isProblem(403, "FORBIDDEN");
        this.deskbell.browserOfDesk(this.desk).get(path).isProblem(403, "FORBIDDEN");
    }

    @Test
    void aCallWithMoreThanOneReadingIsWhole() {
        past().add(1, 4_321, "text");
        past().add(1, 2_000, "text");
        past().add(1, 1, "text");
        List<JsonNode> lines = lines(export("ndjson").is(200).body());
        assertThat(lines.stream().limit(3).map((line) -> seqs(line).size())).containsExactly(1, 2_000, 4_321);
        lines.stream()
            .limit(3)
            .forEach((line) -> assertThat(seqs(line))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, seqs(line).size()).boxed().toList()));
    }

    /** While its reader is slow it holds no connection, and what rings is not added. */
    @Test
    void aSlowReaderKeepsNobodyWaitingAndHasAllThatWasThere() throws IOException {
        past().add(MANY, EACH, LONG_TEXT);
        try (BufferedReader slow = begun("ndjson")) {
            String first = slow.readLine();
            for (int i = 0; i < 5; i++) {
                this.admin.get("/api/admin/calls", "region", this.region).is(200);
            }
            past().add(3, 1, "later");
            assertThat(actions()).doesNotContain("EXPORT_COMPLETED");
            List<String> ids = new ArrayList<>(List.of(MAPPER.readTree(first).path("id").asString()));
            String line = slow.readLine();
            while (!line.startsWith("{\"complete\"")) {
                ids.add(MAPPER.readTree(line).path("id").asString());
                line = slow.readLine();
            }
            assertThat(line).contains("\"calls\":" + MANY + ",\"messages\":" + MANY * EACH);
            assertThat(ids).doesNotHaveDuplicates().hasSize(MANY);
            assertThat(slow.readLine()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "csv", "ndjson" })
    void aClientThatGoesAwayEndsIt(String format) throws IOException {
        past().add(MANY, EACH, LONG_TEXT);
        try (BufferedReader leaving = begun(format)) {
            leaving.readLine();
        }
        await().until(() -> actions().getFirst().equals("EXPORT_BROKEN_OFF"));
        assertThat(trail().at("/0/subject").asString()).matches("calls=\\d{1,4}; .*").doesNotContain("calls=" + MANY);
    }

    /** Each ends while others search for longer than it waits for its turn. */
    @ParameterizedTest
    @ValueSource(strings = { "csv", "ndjson" })
    void anErrorInTheMiddleBreaksTheConnectionOff(String format) throws Exception {
        past().add(MANY, EACH, LONG_TEXT);
        CountDownLatch enough = new CountDownLatch(1);
        try (BufferedReader slow = begun(format)) {
            slow.readLine();
            searching(enough);
            StringBuilder last = new StringBuilder();
            assertThatIOException().isThrownBy(() -> {
                for (String line = slow.readLine(); line != null; line = slow.readLine()) {
                    last.replace(0, last.length(), line);
                }
            });
            assertThat(last.toString()).doesNotContain("complete").doesNotContain("UNAVAILABLE");
        }
        finally {
            enough.countDown();
        }
        assertThat(actions()).startsWith("EXPORT_BROKEN_OFF");
    }

    @Test
    void oneAdminRunsTwoAtOnceAndAnotherOneMoreToo() throws IOException {
        past().add(MANY, EACH, LONG_TEXT);
        try (BufferedReader first = begun("csv"); BufferedReader second = begun("ndjson")) {
            assertThat(first.readLine()).isNotEmpty();
            assertThat(second.readLine()).isNotEmpty();
            export("csv").isProblem(429, "RATE_LIMITED");
            Browser other = this.deskbell.browserOf(this.deskbell.admin().person("ADMIN", 1));
            other.get(EXPORT, "format", "csv", "reason", "test", "desk", "no-such-desk").is(200);
        }
        await().until(() -> this.admin.get(EXPORT, "format", "csv", "reason", "test", "desk", "no-such-desk")
            .status() == 200);
    }

    @Test
    void aTrailerSaysThatItIsWholeToWhoAsksForTrailers() throws IOException {
        past().add(2, 3, "text");
        String query = EXPORT + "?format=csv&reason=test&region=" + this.region;
        assertThat(raw(query, "TE: trailers\r\n")).contains("\r\nTrailer: Deskbell-Export\r\n")
            .endsWith("\r\n0\r\nDeskbell-Export: complete; calls=2; messages=6\r\n\r\n");
        assertThat(raw(query, "")).doesNotContain("Deskbell-Export").endsWith("\r\n0\r\n\r\n");
    }

    private String raw(String path, String header) throws IOException {
        try (Socket socket = new Socket("localhost", this.admin.port())) {
            socket.getOutputStream()
                .write(("GET %s HTTP/1.1\r\nHost: localhost\r\nCookie: %s\r\nConnection: close\r\n%s\r\n"
                    .formatted(path, this.admin.headers().get("Cookie"), header)).getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Two who search until it is enough. */
    private void searching(CountDownLatch enough) throws InterruptedException {
        CountDownLatch running = new CountDownLatch(2);
        for (int i = 0; i < 2; i++) {
            this.threads.execute(() -> {
                boolean began = false;
                while (!began) {
                    began = hold(running, enough);
                }
            });
        }
        running.await();
    }

    private boolean hold(CountDownLatch running, CountDownLatch enough) {
        try {
            return this.searches.run((jdbc) -> {
                running.countDown();
                try {
                    enough.await();
                }
                catch (InterruptedException ex) {
                    Thread.currentThread().interrupt();
                }
                return true;
            });
        }
        catch (Refusal ex) {
            return false;
        }
    }

    private PastCalls past() {
        return new PastCalls(this.jdbc, this.desk, this.region);
    }

    private HttpAnswer export(String format) {
        return this.admin.get(EXPORT, "format", format, "reason", "test", "region", this.region);
    }

    private BufferedReader begun(String format) {
        HttpResponse<InputStream> file = this.admin.stream(EXPORT, "format", format, "reason", "test", "region",
                this.region);
        assertThat(file.statusCode()).isEqualTo(200);
        return new BufferedReader(new InputStreamReader(file.body(), StandardCharsets.UTF_8));
    }

    private List<String> listed(String query) {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            HttpAnswer page = this.admin.get("/api/admin/calls" + query + cursor).is(200);
            ids.addAll(page.each("id"));
            cursor = (page.next() != null) ? "&cursor=" + page.next() : null;
        }
        while (cursor != null);
        return ids;
    }

    private List<String> actions() {
        return this.deskbell.admin().browser().get("/api/admin/audit", "actor", this.name).is(200).each("action");
    }

    private JsonNode trail() {
        return this.deskbell.admin().browser().get("/api/admin/audit", "actor", this.name).json().path("items");
    }

    private static List<JsonNode> lines(String body) {
        return body.lines().map(MAPPER::readTree).toList();
    }

    private static List<Integer> seqs(JsonNode call) {
        return StreamSupport.stream(call.path("messages").spliterator(), false)
            .map((message) -> message.path("seq").asInt())
            .toList();
    }

}

package io.deskbell.note.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.deskbell.note.NewNote;
import io.deskbell.note.NoteEvent;
import io.deskbell.note.NoteSender;
import io.deskbell.note.NoteView;
import io.deskbell.region.CodeAndName;
import io.deskbell.testing.Browser;
import io.deskbell.testing.Deskbell;
import io.deskbell.testing.DeskbellServer;
import io.deskbell.testing.HttpAnswer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;

/** The inbox over HTTP. */
@DeskbellServer
public class NotesIT {

    private static final String NOTES = "/api/notes";

    private static final NoteEvent SOMETHING = NoteEvent.uncovered(new CodeAndName("x", "x"));

    @Autowired
    private Deskbell deskbell;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private NoteSender noteSender;

    @Autowired
    private TransactionOperations transactions;

    private String region;

    private String oneName;

    private String otherName;

    private Browser one;

    private Browser other;

    @BeforeEach
    void makeTwoColleagues() {
        this.region = this.deskbell.admin().region();
        this.oneName = this.deskbell.admin().guide(this.region);
        this.one = this.deskbell.browserOf(this.oneName);
        this.otherName = this.deskbell.admin().guide(this.region);
        this.other = this.deskbell.browserOf(this.otherName);
    }

    @Test
    void aTextToAPersonArrivesThereAlone() {
        HttpAnswer sent = write(this.other, Map.of("username", this.oneName), " 점심 어때요? ").is(201);
        assertThat(sent.json().path("contents").asString()).isEqualTo("점심 어때요?");
        assertThat(sent.json().path("kind").asString()).isEqualTo("TEXT");
        assertThat(sent.json().at("/to/username").asString()).isEqualTo(this.oneName);
        assertThat(sent.json().at("/from/displayName").asString()).startsWith("Name of");
        assertThat(this.one.get(NOTES).each("id")).containsExactly(sent.json().path("id").asString());
        assertThat(unread(this.one)).isEqualTo(1);
        assertThat(this.other.get(NOTES).each("id")).isEmpty();
    }

    @Test
    void aTextToARegionArrivesAtAllItsGuidesAndNotElsewhere() {
        write(this.other, Map.of("region", this.region), "회의 3시").is(201);
        Browser stranger = this.deskbell.browserOf(this.deskbell.admin().guide(this.deskbell.admin().region()));
        assertThat(this.one.get(NOTES).each("contents")).containsExactly("회의 3시");
        assertThat(unread(this.one)).isEqualTo(1);
        assertThat(unread(this.other)).as("one's own text is read").isZero();
        assertThat(stranger.get(NOTES).each("id")).isEmpty();
    }

    @Test
    void readMarksAreEachReadersOwn() {
        String note = write(this.deskbell.admin().browser(), Map.of("region", this.region), "hello").json()
            .path("id")
            .asString();
        this.one.post(NOTES + "/" + note + "/read", "").is(204);
        this.one.post(NOTES + "/" + note + "/read", "").is(204);
        assertThat(this.one.get(NOTES).json().at("/items/0/readAt").isNull()).isFalse();
        assertThat(unread(this.one)).isZero();
        assertThat(this.one.get(NOTES, "unread", true).each("id")).isEmpty();
        assertThat(this.one.get(NOTES, "unread", false).each("id")).containsExactly(note);
        assertThat(unread(this.other)).isEqualTo(1);
    }

    @Test
    void allAreReadAtOnce() {
        for (int i = 0; i < 3; i++) {
            write(this.other, Map.of("region", this.region), "to all " + i);
            write(this.other, Map.of("username", this.oneName), "to one " + i);
        }
        assertThat(unread(this.one)).isEqualTo(6);
        this.one.post(NOTES + "/read", "").is(204);
        assertThat(unread(this.one)).isZero();
        assertThat(this.one.get(NOTES).each("readAt")).hasSize(6).doesNotContain("");
        this.one.post(NOTES + "/read", "").is(204);
    }

    @Test
    void readingOneByOneLeavesNoMarkANote() {
        List<String> written = IntStream.range(0, 12)
            .mapToObj((i) -> write(this.other, Map.of("region", this.region), "text " + i).json().path("id").asString())
            .toList();
        written.reversed().stream().limit(11).forEach((id) -> read(this.one, id));
        assertThat(unread(this.one)).isEqualTo(1);
        assertThat(this.one.get(NOTES, "unread", true).each("id")).containsExactly(written.getFirst());
        assertThat(this.one.get(NOTES).each("readAt").reversed()).startsWith("").filteredOn(String::isEmpty).hasSize(1);
        assertThat(marksOf(this.oneName)).as("the one that is unread").isEqualTo(1);
        read(this.one, written.getFirst());
        assertThat(unread(this.one)).isZero();
        assertThat(marksOf(this.oneName)).isZero();
        assertThat(marksOf(this.otherName)).as("one's own texts").isZero();
    }

    @Test
    void aNoteThatIsReadAmongUnreadOnesIsRead() {
        List<String> written = IntStream.range(0, 6)
            .mapToObj((i) -> write(this.other, Map.of("region", this.region), "text " + i).json().path("id").asString())
            .toList();
        read(this.one, written.get(3));
        read(this.one, written.get(3));
        read(this.one, written.get(1));
        assertThat(unread(this.one)).isEqualTo(4);
        assertThat(this.one.get(NOTES, "unread", true).each("id")).containsExactly(written.get(5), written.get(4),
                written.get(2), written.get(0));
        HttpAnswer page = this.one.get(NOTES, "unread", true, "limit", 2);
        assertThat(this.one.get(NOTES, "unread", true, "limit", 2, "cursor", page.next()).each("id"))
            .containsExactly(written.get(2), written.get(0));
        this.one.post(NOTES + "/read", "").is(204);
        assertThat(marksOf(this.oneName)).isZero();
        assertThat(this.one.get(NOTES).each("readAt")).doesNotContain("");
    }

    /**
     * The one that began first is committed last, after the mark has moved over the
     * other.
     */
    @Test
    void aNoteThatIsCommittedAfterTheMarkMovedIsNotLost() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch marked = new CountDownLatch(1);
        CompletableFuture<Void> slow = CompletableFuture
            .runAsync(() -> this.transactions.executeWithoutResult((transaction) -> {
                this.noteSender.put(NewNote.fromDeskbell(NoteView.To.region(this.region), SOMETHING));
                this.noteSender.put(NewNote.fromDeskbell(this.oneName, SOMETHING));
                begun.countDown();
                await(marked);
            }));
        await(begun);
        write(this.other, Map.of("region", this.region), "overtakes").is(201);
        write(this.other, Map.of("username", this.oneName), "overtakes").is(201);
        assertThat(unread(this.one)).isEqualTo(2);
        this.one.post(NOTES + "/read", "").is(204);
        marked.countDown();
        slow.get(10, TimeUnit.SECONDS);
        assertThat(unread(this.one)).isEqualTo(2);
        assertThat(this.one.get(NOTES, "unread", true).json().path("items")).hasSize(2);
    }

    @Test
    void marksThatMoveWhileNotesComeLoseNone() {
        Browser admin = this.deskbell.admin().browser();
        IntStream.range(0, 24).parallel().forEach((i) -> {
            if (i % 4 == 0) {
                this.one.post(NOTES + "/read", "").is(204);
            }
            else {
                write((i % 2 == 0) ? this.other : admin, Map.of("region", this.region), "text " + i).is(201);
            }
        });
        List<String> readAt = this.one.get(NOTES).each("readAt");
        assertThat(readAt).hasSize(18);
        assertThat(unread(this.one)).isEqualTo((int) readAt.stream().filter(String::isEmpty).count());
        assertThat(this.one.get(NOTES, "unread", true).each("id")).hasSize(unread(this.one));
    }

    @Test
    void readingAllManyTimesAtOnceIsFine() {
        IntStream.range(0, 5).forEach((i) -> write(this.other, Map.of("username", this.oneName), "text " + i));
        IntStream.range(0, 8)
            .parallel()
            .mapToObj((i) -> this.one.post(NOTES + "/read", ""))
            .forEach((answer) -> answer.is(204));
        assertThat(unread(this.one)).isZero();
    }

    @Test
    void theInboxIsReadPageByPageNewestFirst() {
        List<String> written = IntStream.range(0, 7)
            .mapToObj((
                    i) -> write(this.other, Map.of("username", this.oneName), "text " + i).json().path("id").asString())
            .toList();
        List<String> read = new ArrayList<>();
        HttpAnswer page = this.one.get(NOTES, "limit", 3).is(200);
        read.addAll(page.each("id"));
        while (page.next() != null) {
            page = this.one.get(NOTES, "limit", 3, "cursor", page.next()).is(200);
            read.addAll(page.each("id"));
        }
        assertThat(read).containsExactlyElementsOf(written.reversed());
    }

    @Test
    void aNewGuideDoesNotFindWhatWasWrittenBefore() {
        write(this.other, Map.of("region", this.region), "old news");
        Browser later = this.deskbell.browserOf(this.deskbell.admin().guide(this.region));
        assertThat(later.get(NOTES).each("id")).isEmpty();
    }

    @Test
    void somebodyElsesNoteIsNotThere() {
        String note = write(this.other, Map.of("username", this.oneName), "secret").json().path("id").asString();
        this.other.post(NOTES + "/" + note + "/read", "").isProblem(404, "NOT_FOUND");
        this.one.post(NOTES + "/no-id/read", "").isProblem(404, "NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            contents    | {"to": {"region": "%s"}}
            contents    | {"to": {"region": "%s"}, "contents": " "}
            contents    | {"to": {"region": "%s"}, "contents": "a\\u0000b"}
            to          | {"contents": "x"}
            to          | {"to": {}, "contents": "x"}
            to          | {"to": {"region": "%s", "username": "admin"}, "contents": "x"}
            to.username | {"to": {"username": "nobody.here"}, "contents": "x"}
            to.region   | {"to": {"region": "nowhere"}, "contents": "x"}
            """)
    void aBadValueIsNamed(String field, String body) {
        this.one.post(NOTES, body.replace("%s", this.region)).names(field);
    }

    @Test
    void aGuideWritesToTheOwnRegionsOnly() {
        write(this.one, Map.of("region", this.deskbell.admin().region()), "x").names("to.region");
    }

    @Test
    void aBadFilterIsRefused() {
        this.one.get(NOTES, "unread", "maybe").names("unread");
    }

    @Test
    void aDeskHasNoInbox() {
        Browser desk = this.deskbell.browserOfDesk(this.deskbell.admin().desk(this.region));
        desk.get(NOTES).isProblem(403, "FORBIDDEN");
        write(desk, Map.of("username", "admin"), "x").isProblem(403, "FORBIDDEN");
        this.deskbell.browser().get(NOTES).isProblem(401, "BAD_CREDENTIALS");
    }

    @Test
    void twoThousandCharactersFit() {
        write(this.other, Map.of("username", this.oneName), "😀".repeat(2000)).is(201);
        write(this.other, Map.of("username", this.oneName), "😀".repeat(2001)).names("contents");
        JsonNode note = this.one.get(NOTES).json().at("/items/0");
        assertThat(note.path("contents").asString()).isEqualTo("😀".repeat(2000));
    }

    private void read(Browser reader, String note) {
        reader.post(NOTES + "/" + note + "/read", "").is(204);
    }

    /** How many rows there are of what this person has read. */
    private int marksOf(String username) {
        return this.jdbc.sql("select count(*) from note_reads where username = ?")
            .param(username)
            .query(Integer.class)
            .single();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    private static HttpAnswer write(Browser from, Map<String, String> to, String contents) {
        return from.post(NOTES, Map.of("to", to, "contents", contents));
    }

    private static int unread(Browser reader) {
        return reader.get(NOTES).is(200).json().path("unread").asInt();
    }

}

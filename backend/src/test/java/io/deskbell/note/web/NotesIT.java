package io.deskbell.note.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.deskbell.testing.Admin;
import io.deskbell.testing.Answer;
import io.deskbell.testing.Browser;
import io.deskbell.testing.Deskbell;
import io.deskbell.testing.DeskbellServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** The inbox over HTTP. */
@DeskbellServer
public class NotesIT {

    private static final String NOTES = "/api/notes";

    @Autowired
    private Deskbell deskbell;

    private String region;

    private String oneName;

    private Browser one;

    private Browser other;

    @BeforeEach
    void makeTwoColleagues() {
        this.region = this.deskbell.admin().region();
        this.oneName = this.deskbell.admin().guide(this.region);
        this.one = this.deskbell.browserOf(this.oneName);
        this.other = this.deskbell.browserOf(this.deskbell.admin().guide(this.region));
    }

    @Test
    void aTextToAPersonArrivesThereAlone() {
        Answer sent = write(this.other, Map.of("username", this.oneName), " 점심 어때요? ").is(201);
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
        Answer page = this.one.get(NOTES, "limit", 3).is(200);
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

    private static Answer write(Browser from, Map<String, String> to, String contents) {
        return from.post(NOTES, Map.of("to", to, "contents", contents));
    }

    private static int unread(Browser reader) {
        return reader.get(NOTES).is(200).json().path("unread").asInt();
    }

}

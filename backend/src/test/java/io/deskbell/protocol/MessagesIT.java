package io.deskbell.protocol;

import java.util.Map;
import java.util.stream.Stream;

import io.deskbell.testing.Guide;
import io.deskbell.testing.Kiosk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What is said arrives once, whole and in order. */
class MessagesIT extends ProtocolTest {

    private Kiosk kiosk;

    private Guide guide;

    private String call;

    @BeforeEach
    void talk() {
        String region = admin().region();
        this.kiosk = this.deskbell.kiosk(region);
        this.guide = this.deskbell.guide(region);
        this.call = this.kiosk.talksWith(this.guide);
    }

    @Test
    void aRepeatedClientIdIsStoredOnceAndItsCopySentAgainToBoth() {
        this.kiosk.say(this.call, "same", "first");
        JsonNode stored = this.kiosk.message();
        assertThat(this.guide.message()).isEqualTo(stored);
        this.kiosk.say(this.call, "same", "another text");
        assertThat(this.kiosk.message()).isEqualTo(stored);
        assertThat(this.guide.message()).isEqualTo(stored);
        assertThat(this.guide.history(this.call)).containsExactly(stored);
    }

    @Test
    void manyRepetitionsAtOnceAreStoredOnce() {
        for (int i = 0; i < 50; i++) {
            this.kiosk.say(this.call, "same-" + i % 2, "text");
        }
        for (int i = 0; i < 50; i++) {
            assertThat(this.guide.message().path("clientId").asString()).isEqualTo("same-" + i % 2);
        }
        assertThat(this.guide.history(this.call)).hasSize(2);
    }

    @Test
    void theTwoMayNameTheirMessagesAlike() {
        this.kiosk.say(this.call, "same", "from the desk");
        this.guide.message();
        this.guide.say(this.call, "same", "from the guide");
        assertThat(this.guide.message().path("seq").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource
    void textArrivesAsItWasWritten(String text) {
        this.kiosk.say(this.call, "c", text);
        assertThat(this.guide.message().path("contents").asString()).isEqualTo(text);
        assertThat(this.guide.history(this.call).at("/0/contents").asString()).isEqualTo(text);
    }

    static Stream<String> textArrivesAsItWasWritten() {
        return Stream.of("가".repeat(2000), "😀".repeat(2000), "שלום مرحبا", "👨‍👩‍👧‍👦 👍🏽", "a\nb\tc",
                "<img src=x>", "'\"\\%_", "x");
    }

    @ParameterizedTest
    @MethodSource
    void textOutOfBoundsIsRefused(String text) {
        this.kiosk.say(this.call, "c", text);
        JsonNode refusal = this.kiosk.refusal();
        assertThat(refusal.path("code").asString()).isEqualTo("INVALID_MESSAGE");
        assertThat(refusal.path("ref").asString()).isEqualTo("c");
        assertThat(this.guide.history(this.call)).isEmpty();
    }

    static Stream<String> textOutOfBoundsIsRefused() {
        return Stream.of("", " \n\t\u3000", "가".repeat(2001), "😀".repeat(2000) + "a", "a\0b");
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"contents\": \"x\"}", "{\"clientId\": \"\", \"contents\": \"x\"}",
            "{\"clientId\": \"c\"}", "{\"clientId\": \"c\", \"contents\": null}",
            "{\"clientId\": \"c\", \"contents\": {}}", "{\"clientId\": \"a\\u0000\", \"contents\": \"x\"}", "{", "" })
    void whatIsNoMessageIsRefused(String body) {
        this.kiosk.act("messages", this.call, body);
        assertThat(this.kiosk.refusal().path("code").asString()).startsWith("INVALID_");
        assertThat(this.guide.history(this.call)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "64,true", "65,false" })
    void aClientIdHasUpToSixtyFourCharacters(int length, boolean fits) {
        this.kiosk.say(this.call, "c".repeat(length), "x");
        if (fits) {
            assertThat(this.guide.message().path("clientId").asString()).hasSize(length);
        }
        else {
            assertThat(this.kiosk.refusal().path("code").asString()).isEqualTo("INVALID_MESSAGE");
        }
    }

    @Test
    void nothingIsSaidBeforeAnybodyHasAnswered() {
        Kiosk other = this.deskbell.kiosk(this.guide.region());
        other.say(other.rings(), "c", "hello?");
        assertThat(other.refusal().path("code").asString()).isEqualTo("WRONG_STATE");
    }

    @Test
    void aThirdSaysNothing() {
        Guide colleague = this.deskbell.guide(this.guide.region());
        colleague.say(this.call, "c", "let me in");
        assertThat(colleague.refusal().path("code").asString()).isEqualTo("NOT_FOUND");
        assertThat(this.guide.history(this.call)).isEmpty();
    }

    @Test
    void historyIsReadFromASeqOn() {
        for (int i = 1; i <= 5; i++) {
            this.kiosk.say(this.call, "c-" + i, "text " + i);
            this.guide.message();
        }
        String path = "/api/calls/" + this.call + "/messages";
        assertThat(this.guide.browser().get(path, "after", 2).each("seq")).containsExactly("3", "4", "5");
        assertThat(this.guide.browser().get(path, "after", 2, "limit", 2).each("seq")).containsExactly("3", "4");
        for (int beyond : new int[] { 5, 1 << 24, (1 << 24) + 1, Integer.MAX_VALUE }) {
            assertThat(this.guide.browser().get(path, "after", beyond).each("seq")).isEmpty();
        }
        this.guide.browser().get(path, "after", -1).names("after");
        this.guide.browser().get(path, "after", "x").names("after");
        this.guide.browser().get(path, "limit", 0).names("limit");
        this.guide.browser().get(path, "limit", 201).names("limit");
    }

    @Test
    void readMarksMoveForwardOnly() {
        this.kiosk.say(this.call, "c-1", "one");
        this.kiosk.say(this.call, "c-2", "two");
        this.guide.message();
        this.guide.message();
        this.guide.act("read", this.call, Map.of("seq", 99));
        assertThat(this.kiosk.signal().path("seq").asInt()).isEqualTo(2);
        this.guide.act("read", this.call, Map.of("seq", 1));
        this.kiosk.say(this.call, "c-3", "three");
        this.guide.message();
        this.guide.act("read", this.call, Map.of("seq", 3));
        assertThat(this.kiosk.signal().path("seq").asInt()).isEqualTo(3);
    }

}

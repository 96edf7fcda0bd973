package io.deskbell.protocol;

import java.time.Duration;
import java.util.Map;

import io.deskbell.testing.Browser;
import io.deskbell.testing.Guide;
import io.deskbell.testing.Kiosk;
import io.deskbell.testing.StompConnection;
import io.deskbell.testing.Transport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The note of a call needs its readers as long as the call does, and tells how it ended.
 */
class CallNotesIT extends ProtocolTest {

    private String region;

    private Kiosk kiosk;

    private Guide one;

    private Guide other;

    @BeforeEach
    void makeTwoColleagues() {
        this.region = admin().region();
        this.kiosk = this.deskbell.kiosk(this.region);
        this.one = this.deskbell.guide(this.region);
        this.other = this.deskbell.guide(this.region);
    }

    @Test
    void anAnsweredOneIsReadByAllAndTellsWhoAnswered() {
        this.kiosk.rings();
        assertThat(unread(this.one)).isEqualTo(1);
        assertThat(unread(this.other)).isEqualTo(1);
        JsonNode ringing = this.one.inbox().at("/items/0");
        assertThat(ringing.path("outcome").isNull()).isTrue();
        assertThat(ringing.at("/event/type").asString()).isEqualTo("CALL_RANG");
        assertThat(ringing.at("/event/desk/code").asString()).isEqualTo(this.kiosk.desk());
        String call = ringing.path("callId").asString();
        this.one.accept(call);
        this.kiosk.call("ACTIVE");
        JsonNode live = settled(this.other);
        assertThat(live.path("callId").asString()).isEqualTo(call);
        assertThat(live.at("/outcome/guide/username").asString()).isEqualTo(this.one.username());
        for (Guide guide : new Guide[] { this.one, this.other }) {
            assertThat(unread(guide)).isZero();
            assertThat(guide.browser().get("/api/notes", "unread", true).each("id")).isEmpty();
            JsonNode note = guide.inbox().at("/items/0");
            assertThat(note.path("readAt").isNull()).isFalse();
            assertThat(note.at("/outcome/state").asString()).isEqualTo("ANSWERED");
            assertThat(note.at("/outcome/guide/username").asString()).isEqualTo(this.one.username());
            assertThat(note.at("/outcome/guide/displayName").asString()).startsWith("Name of");
            assertThat(note.at("/outcome/at").asString()).endsWith("Z");
        }
    }

    @Test
    void aDeclinedOneIsReadByWhoDeclined() {
        String call = this.kiosk.rings();
        this.one.act("decline", call, Map.of("reason", "lunch"));
        JsonNode read = this.one.line().next("/user/queue/notes");
        assertThat(read.path("callId").asString()).isEqualTo(call);
        assertThat(read.path("readAt").isNull()).isFalse();
        assertThat(unread(this.one)).isZero();
        assertThat(this.one.inbox().at("/items/0/outcome").isNull()).isTrue();
        assertThat(unread(this.other)).isEqualTo(1);
    }

    @Test
    void aMissedOneIsUnreadOnceUntilItIsRead() {
        String call = this.kiosk.rings();
        this.deskbell.clock().forward(Duration.ofSeconds(121));
        this.kiosk.call(call, "MISSED");
        assertThat(unread(this.one)).isEqualTo(1);
        JsonNode items = this.one.inbox().path("items");
        assertThat(items.findValuesAsString("kind")).containsExactly("MISSED", "CALL");
        assertThat(items.at("/0/readAt").isNull()).isTrue();
        assertThat(items.at("/0/event/type").asString()).isEqualTo("CALL_MISSED");
        assertThat(items.at("/1/outcome/state").asString()).isEqualTo("MISSED");
        this.one.browser().post("/api/notes/" + items.at("/0/id").asString() + "/read", "").is(204);
        assertThat(unread(this.one)).isZero();
        assertThat(unread(this.other)).as("of every one until that one reads it").isEqualTo(1);
    }

    @Test
    void thoseOfADeskThatRingsAndCancelsAgainAndAgainAreOne() {
        String call = "";
        for (int i = 0; i < 4; i++) {
            call = this.kiosk.rings();
            this.kiosk.act("cancel", call);
            this.kiosk.call(call, "CANCELLED");
        }
        assertThat(unread(this.one)).isZero();
        JsonNode items = this.one.inbox().path("items");
        assertThat(items.findValuesAsString("callId")).containsExactly(call);
        assertThat(items.at("/0/times").asInt()).isEqualTo(4);
        assertThat(items.at("/0/outcome/state").asString()).isEqualTo("CANCELLED");
        JsonNode first = this.one.hearsNote("CALL");
        JsonNode second = this.one.hearsNote("CALL");
        assertThat(first.path("replaces").isNull()).isTrue();
        assertThat(second.path("replaces").asString()).isEqualTo(first.path("id").asString());
        this.one.browser().post("/api/notes/" + first.path("id").asString() + "/read", "").is(204);
        Kiosk neighbour = this.deskbell.kiosk(this.region);
        neighbour.rings();
        this.deskbell.clock().forward(Duration.ofMinutes(11));
        this.kiosk.rings();
        assertThat(this.one.inbox().path("items").findValuesAsString("kind")).filteredOn("CALL"::equals)
            .as("another desk's, and one pressed much later")
            .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({ "cancel, CANCELLED", "accept, ANSWERED" })
    void thatNobodyHasAnsweredYetEndsForAdminsToo(String end, String outcome) {
        String username = admin().person("ADMIN", 1);
        Browser browser = this.deskbell.browserOf(username);
        StompConnection connection = StompConnection.open(browser, Transport.WEBSOCKET).follow("/user/queue/notes");
        String call = this.kiosk.rings();
        this.deskbell.clock().forward(Duration.ofSeconds(76));
        JsonNode told = connection.next("/user/queue/notes", (note) -> note.path("callId").asString().equals(call));
        assertThat(told.at("/event/type").asString()).isEqualTo("CALL_UNANSWERED");
        assertThat(told.path("readAt").isNull()).isTrue();
        assertThat(unread(browser, call)).isTrue();
        if (end.equals("cancel")) {
            this.kiosk.act("cancel", call);
        }
        else {
            this.one.accept(call);
        }
        JsonNode ended = connection.next("/user/queue/notes",
                (note) -> note.path("callId").asString().equals(call) && !note.path("outcome").isNull());
        assertThat(ended.path("id").asString()).isEqualTo(told.path("id").asString());
        assertThat(ended.path("readAt").isNull()).isFalse();
        assertThat(ended.at("/outcome/state").asString()).isEqualTo(outcome);
        assertThat(unread(browser, call)).isFalse();
        connection.close();
    }

    @Test
    void oneThatIsHandedOnTellsWhoTookItOrThatItCameBack() {
        String call = this.kiosk.talksWith(this.one);
        transfer(call);
        assertThat(unread(this.other)).isEqualTo(1);
        this.other.act("decline", call, Map.of("reason", ""));
        this.other.line().next("/user/queue/notes", (note) -> !note.path("outcome").isNull());
        assertThat(unread(this.other)).isZero();
        assertThat(this.other.inbox().at("/items/0/outcome/state").asString()).isEqualTo("RETURNED");
        assertThat(this.one.line().next("/user/queue/notes").at("/event/type").asString()).isEqualTo("CALL_RETURNED");
        assertThat(unread(this.one)).isEqualTo(1);
        transfer(call);
        assertThat(unread(this.one)).as("acted on").isZero();
        this.other.accept(call);
        JsonNode taken = this.other.line()
            .next("/user/queue/notes", (note) -> note.at("/outcome/state").asString().equals("ANSWERED"));
        assertThat(taken.at("/outcome/guide/username").asString()).isEqualTo(this.other.username());
        assertThat(taken.at("/event/reason").asString()).isEqualTo("일본어");
        assertThat(unread(this.other)).isZero();
    }

    @Test
    void oneThatRingsAgainNeedsSomebodyAgain() {
        String call = this.kiosk.talksWith(this.one);
        this.one.line().close();
        this.other.hears("CALL", (event) -> !event.at("/call/guideOnline").asBoolean()
                && event.at("/call/state").asString().equals("ACTIVE"));
        this.deskbell.clock().forward(Duration.ofSeconds(31));
        this.other.hearsCall("RINGING");
        this.other.hearsNote("CALL");
        JsonNode items = this.other.inbox().path("items");
        assertThat(items.at("/0/outcome").isNull()).isTrue();
        assertThat(items.at("/1/outcome/state").asString()).isEqualTo("ANSWERED");
        assertThat(unread(this.other)).isEqualTo(1);
        this.other.accept(call);
        this.other.call(call, "ACTIVE");
        assertThat(unread(this.other)).isZero();
    }

    private void transfer(String call) {
        this.one.act("transfer", call, Map.of("to", Map.of("username", this.other.username()), "reason", "일본어"));
        this.other.line()
            .next("/user/queue/notes", (note) -> note.path("kind").asString().equals("TRANSFER")
                    && note.path("outcome").isNull() && note.path("readAt").isNull());
    }

    private JsonNode settled(Guide guide) {
        return guide.hears("SETTLED", (event) -> true);
    }

    private static int unread(Guide guide) {
        return guide.inbox().path("unread").asInt();
    }

    private static boolean unread(Browser browser, String call) {
        return browser.get("/api/notes", "unread", true, "limit", 200).each("callId").contains(call);
    }

}

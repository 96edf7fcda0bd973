package io.deskbell.history.web;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.deskbell.testing.Admin;
import io.deskbell.testing.Browser;
import io.deskbell.testing.Deskbell;
import io.deskbell.testing.DeskbellServer;
import io.deskbell.testing.Guide;
import io.deskbell.testing.HttpAnswer;
import io.deskbell.testing.Kiosk;
import io.deskbell.testing.Party;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** What admins find again. */
@DeskbellServer
public class SearchIT {

    private static final String MESSAGES = "/api/admin/messages";

    private static final String CALLS = "/api/admin/calls";

    @Autowired
    private Deskbell deskbell;

    private Browser admin;

    private String region;

    private Kiosk kiosk;

    private Guide guide;

    private String call;

    @BeforeEach
    void talk() {
        this.admin = this.deskbell.admin().browser();
        this.region = this.deskbell.admin().region();
        this.kiosk = this.deskbell.kiosk(this.region);
        this.guide = this.deskbell.guide(this.region);
        this.call = this.kiosk.talksWith(this.guide);
    }

    @ParameterizedTest
    @CsvSource({ "경복궁에 어떻게 가나요?,복궁", "경복궁에 어떻게 가나요?,어떻게 가", "Where is the Restroom,restROOM", "ÉCOLE École,école",
            "100% sure,0%", "snake_case,e_c", "a!b!c,!b!", "C:\\path\\x,\\p", "say \"fine\" now,\"fine",
            "emoji 😀👍 here,😀👍", "東京駅はどこ,京駅", "ab,ab", "INFO,info", "info,İNFO", "école,ÉCOLE", "ＡＢＣ 123,abc １２３",
            "ガイド,ｶﾞｲﾄﾞ", "ΟΔΟΣ,οδος", "경\u1107\u1169\u11a8궁,경복궁", "E\u0301COLE,école",
            "taxi to the station,station tax", "taxi to the station,\"the stat\"", "a*b,a*b" })
    void anyPartOfTheTextIsFound(String text, String part) {
        say(this.kiosk, "something else", text);
        assertThat(find("q", part, "region", this.region).each("contents")).containsExactly(text);
        assertThat(this.admin.get(CALLS, "q", part, "region", this.region).each("id")).containsExactly(this.call);
    }

    @ParameterizedTest
    @CsvSource({ "100 percent,0%", "snakeXcase,e_c", "anything at all,%%", "anything at all,__", "abc,a%c", "a!b,!!",
            "abc,a*c", "anything at all,**", "taxi to the station,\"station taxi\"", "taxi to the station,taxi bus" })
    void percentAndUnderscoreMeanThemselves(String text, String part) {
        say(this.kiosk, text);
        assertThat(find("q", part, "region", this.region).each("contents")).isEmpty();
    }

    /** Decomposed by who types it or by who searches for it. */
    @ParameterizedTest
    @EnumSource
    void everyUnicodeFormIsFoundByEveryOther(Normalizer.Form form) {
        say(this.kiosk, Normalizer.normalize("경복궁과 École", form));
        for (Normalizer.Form other : Normalizer.Form.values()) {
            assertThat(find("q", Normalizer.normalize("복궁과 ÉC", other), "region", this.region).each("callId"))
                .containsExactly(this.call);
        }
    }

    @ParameterizedTest
    @CsvSource({ "q,가", "q,😀", "q,' a '", "q,'\"\"'", "q,\u1100\u1161", "from,yesterday", "to,2026-13-01T00:00:00Z",
            "limit,0", "cursor,MXwy" })
    void aBadFilterIsRefused(String name, String value) {
        find(name, value).names(name);
    }

    @Test
    void aFoundMessageKnowsItsDeskAndRegion() {
        say(this.guide, "found me");
        JsonNode found = find("q", "found me", "region", this.region).json().at("/items/0");
        assertThat(found.path("callId").asString()).isEqualTo(this.call);
        assertThat(found.path("seq").asInt()).isEqualTo(1);
        assertThat(found.path("username").asString()).isEqualTo(this.guide.username());
        assertThat(found.at("/desk/code").asString()).isEqualTo(this.kiosk.desk());
        assertThat(found.at("/desk/name").asString()).isEqualTo(Admin.nameOf(this.kiosk.desk()));
        assertThat(found.at("/region/name").asString()).isEqualTo(Admin.nameOf(this.region));
    }

    @Test
    void filtersNarrowTheSearch() {
        say(this.kiosk, "from the desk");
        say(this.guide, "from the guide");
        assertThat(find("desk", this.kiosk.desk()).each("contents")).hasSize(2);
        assertThat(find("desk", "no-such-desk").each("contents")).isEmpty();
        assertThat(find("username", this.kiosk.username()).each("contents")).containsExactly("from the desk");
        assertThat(find("username", this.guide.username(), "q", "desk").each("contents")).isEmpty();
        Instant second = Instant.parse(find("username", this.guide.username()).each("sendDate").getFirst());
        assertThat(find("region", this.region, "from", second).each("contents")).contains("from the guide");
        assertThat(find("region", this.region, "to", second).each("contents")).doesNotContain("from the guide");
    }

    /** Whoever answered first, wherever the call went then. */
    @Test
    void whoHandedACallOnIsFoundByWhatWasSaidBefore() {
        say(this.guide, "before");
        Guide other = this.deskbell.guide(this.region);
        this.guide.act("transfer", this.call, Map.of("to", Map.of("username", other.username()), "reason", ""));
        other.line().next("/user/queue/calls", (it) -> !it.path("transfer").isNull());
        other.accept(this.call);
        this.kiosk.line()
            .next("/user/queue/calls", (it) -> it.at("/guide/username").asString().equals(other.username()));
        say(this.kiosk, "after");
        assertThat(find("username", this.guide.username()).each("contents")).containsExactly("before");
        assertThat(find("username", other.username()).each("contents")).isEmpty();
        String elsewhere = this.deskbell.admin().desk(this.region);
        assertThat(find("username", this.kiosk.username(), "desk", elsewhere).each("contents")).isEmpty();
        assertThat(find("username", this.guide.username(), "desk", this.kiosk.desk()).each("contents"))
            .containsExactly("before");
    }

    @Test
    void aTimeIsFoundInATalkThatBeganLongBefore() {
        say(this.kiosk, "first day");
        String first = find("desk", this.kiosk.desk()).each("sendDate").getFirst();
        this.deskbell.clock().forward(Duration.ofDays(3));
        this.deskbell.kiosk(this.region).rings();
        say(this.kiosk, "fourth day");
        Instant fourth = Instant.parse(first).plus(Duration.ofDays(1));
        assertThat(find("region", this.region, "from", fourth).each("contents")).containsExactly("fourth day");
        assertThat(find("region", this.region, "to", fourth).each("contents")).containsExactly("first day");
        assertThat(find("from", first, "to", fourth, "q", "first day", "region", this.region).each("contents"))
            .containsExactly("first day");
    }

    @Test
    void messagesAreReadPageByPageNewestFirst() {
        String[] texts = IntStream.range(0, 7).mapToObj((i) -> "text " + i).toArray(String[]::new);
        say(this.kiosk, texts);
        List<String> read = new ArrayList<>();
        HttpAnswer page = find("region", this.region, "q", "text", "limit", 3).is(200);
        read.addAll(page.each("contents"));
        while (page.next() != null) {
            page = find("region", this.region, "q", "text", "limit", 3, "cursor", page.next()).is(200);
            read.addAll(page.each("contents"));
        }
        assertThat(read).containsExactlyElementsOf(List.of(texts).reversed());
    }

    @Test
    void callsAreFoundByStateAndByWhoWasThere() {
        assertThat(this.admin.get(CALLS, "guide", this.guide.username()).each("id")).containsExactly(this.call);
        assertThat(this.admin.get(CALLS, "region", this.region, "state", "ENDED").each("id")).isEmpty();
        assertThat(this.admin.get(CALLS + "?state=ENDED&state=ACTIVE&desk=" + this.kiosk.desk()).each("id"))
            .containsExactly(this.call);
        assertThat(this.guide.browser().get("/api/calls?state=ACTIVE&state=RINGING").each("id"))
            .containsExactly(this.call);
        this.admin.get(CALLS, "state", "SLEEPING").names("state");
        this.guide.browser().get("/api/calls", "state", "SLEEPING").names("state");
    }

    @Test
    void callsAreReadPageByPageNewestFirst() {
        List<String> rung = new ArrayList<>(List.of(this.call));
        for (int i = 0; i < 3; i++) {
            Kiosk other = this.deskbell.kiosk(this.region);
            rung.add(other.rings());
        }
        for (Browser reader : List.of(this.guide.browser(), this.admin)) {
            HttpAnswer first = reader.get("/api/calls", "region", this.region, "limit", 3);
            HttpAnswer second = reader.get("/api/calls", "region", this.region, "limit", 3, "cursor", first.next());
            List<String> read = new ArrayList<>(first.each("id"));
            read.addAll(second.each("id"));
            assertThat(read).containsExactlyElementsOf(rung.reversed());
            assertThat(second.next()).isNull();
        }
    }

    @Test
    void whatNoDatabaseKnowsIsRefused() {
        for (String list : List.of(MESSAGES, CALLS)) {
            this.admin.get(list, "q", "a\0b").names("q");
            this.admin.get(list, "region", "a\0b").names("region");
            this.admin.get(list, "from", "-999999999-01-01T00:00:00Z").names("from");
            this.admin.get(list, "to", "+999999999-01-01T00:00:00Z").names("to");
        }
        this.guide.browser().get("/api/calls", "region", "a\0b").names("region");
    }

    private HttpAnswer find(Object... query) {
        return this.admin.get(MESSAGES, query);
    }

    private void say(Party sender, String... texts) {
        for (String text : texts) {
            String clientId = Admin.unique("c-");
            sender.say(this.call, clientId, text);
            sender.line()
                .next("/user/queue/messages", (message) -> message.path("clientId").asString().equals(clientId));
        }
    }

}

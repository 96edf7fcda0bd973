package io.deskbell.region.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.deskbell.testing.Admin;
import io.deskbell.testing.Browser;
import io.deskbell.testing.Deskbell;
import io.deskbell.testing.DeskbellServer;
import io.deskbell.testing.Guide;
import io.deskbell.testing.Kiosk;
import io.deskbell.testing.Transport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** What regions and desks are called in other languages. */
@DeskbellServer
class NamesIT {

    private static final String REGIONS = "/api/admin/regions";

    private static final String DESKS = "/api/admin/desks";

    private static final Map<String, String> NAMES = Map.of("en", "East \"lobby\" 1", "zh-TW", "東大廳1號 🛎️");

    @Autowired
    private Deskbell deskbell;

    private Browser admin;

    private String region;

    private String desk;

    @BeforeEach
    void make() {
        this.admin = this.deskbell.admin().browser();
        this.region = this.deskbell.admin().region();
        this.desk = this.deskbell.admin().desk(this.region);
    }

    @Test
    void theyAreGivenKeptAndTakenAwayAsAWhole() {
        for (String path : new String[] { REGIONS + "/" + this.region, DESKS + "/" + this.desk }) {
            assertThat(this.admin.get(path).is(200).json().has("names")).isFalse();
            JsonNode named = this.admin.patch(path, Map.of("names", NAMES)).is(200).json();
            assertNames(named);
            assertThat(named.path("name").asString()).startsWith("Name of ");
            assertThat(this.admin.get(path).json()).isEqualTo(named);
            assertNames(this.admin.patch(path, Map.of("name", "Other")).is(200).json());
            JsonNode fewer = this.admin.patch(path, Map.of("names", Map.of("ja", "東"))).is(200).json();
            assertThat(fewer.path("names").propertyNames()).containsExactly("ja");
            assertThat(this.admin.patch(path, Map.of("names", Map.of())).is(200).json().has("names")).isFalse();
        }
    }

    @Test
    void aNewOneHasThemAtOnce() {
        String code = Admin.unique("n-");
        assertNames(this.admin.post(REGIONS, Map.of("code", code, "name", "동", "names", NAMES)).is(201).json());
        assertNames(this.admin.post(DESKS, Map.of("code", code, "name", "동", "region", code, "names", NAMES))
            .is(201)
            .json());
    }

    @Test
    void fiveOfTheLongestFit() {
        Map<String, String> longest = new LinkedHashMap<>();
        for (String language : new String[] { "ko", "en", "ja", "zh", "zh-TW" }) {
            longest.put(language, "\u0001".repeat(99) + "\"");
        }
        JsonNode named = this.admin.patch(DESKS + "/" + this.desk, Map.of("names", longest)).is(200).json();
        assertThat(named.path("names").path("zh-TW").asString()).hasSize(100);
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"fr\": \"Est\"}", "{\"EN\": \"East\"}", "{\"\": \"East\"}", "{\"en\": \"\"}",
            "{\"en\": \" \"}", "{\"en\": null}", "{\"en\": \"\\u200b\\u2060\"}", "{\"en\": \"\\u3164\"}",
            "{\"en\": \"a\\u0000\"}", "{\"en\": \"a\\ud800\"}", "{\"en\": [\"East\"]}", "{\"en\": \"TOO LONG\"}",
            "\"East\"", "[\"East\"]", "1" })
    void whatIsNoNameIsRefused(String names) {
        String body = "{\"names\": %s}".formatted(names.replace("TOO LONG", "x".repeat(101)));
        for (String path : new String[] { REGIONS + "/" + this.region, DESKS + "/" + this.desk }) {
            assertThat(this.admin.patch(path, body).isProblem(400, "INVALID_REQUEST").body()).contains("names");
            assertThat(this.admin.get(path).json().has("names")).isFalse();
        }
        String made = "{\"code\": \"%s\", \"name\": \"동\", \"region\": \"%s\", ".formatted(Admin.unique("n-"),
                this.region);
        this.admin.post(REGIONS, made + body.substring(1)).isProblem(400, "INVALID_REQUEST");
        this.admin.post(DESKS, made + body.substring(1)).isProblem(400, "INVALID_REQUEST");
    }

    @Test
    void aCallAndWhatWasSaidInItCarryThem() {
        for (String path : new String[] { REGIONS + "/" + this.region, DESKS + "/" + this.desk }) {
            this.admin.patch(path, Map.of("names", NAMES)).is(200);
        }
        Guide guide = this.deskbell.guide(this.region);
        Kiosk kiosk = Kiosk.connected(this.deskbell, this.desk, Transport.WEBSOCKET);
        String call = kiosk.talksWith(guide);
        JsonNode told = guide.browser().get("/api/calls/" + call).is(200).json();
        assertNames(told.path("desk"));
        assertNames(told.path("region"));
        assertNames(told.path("ringsIn").path(0));
        kiosk.say(call, "one", "hello");
        kiosk.message();
        JsonNode found = this.admin.get("/api/admin/messages", "region", this.region).is(200).json().path("items");
        assertNames(found.path(0).path("desk"));
        assertNames(found.path(0).path("region"));
    }

    @Test
    void notesOfACallCarryThem() {
        for (String path : new String[] { REGIONS + "/" + this.region, DESKS + "/" + this.desk }) {
            this.admin.patch(path, Map.of("names", NAMES)).is(200);
        }
        Guide guide = this.deskbell.guide(this.region);
        Kiosk.connected(this.deskbell, this.desk, Transport.WEBSOCKET).rings();
        for (JsonNode note : List.of(guide.hearsNote("CALL"), guide.inbox().at("/items/0"))) {
            assertNames(note.at("/from/desk"));
            assertNames(note.at("/event/desk"));
            assertNames(note.at("/event/region"));
        }
    }

    private static void assertNames(JsonNode named) {
        assertThat(named.path("names").propertyNames()).containsExactlyInAnyOrderElementsOf(NAMES.keySet());
        NAMES.forEach((language, name) -> assertThat(named.path("names").path(language).asString()).isEqualTo(name));
    }

    @Test
    void whoeverIsToldOfThemIsToldTheirNames() {
        for (String path : new String[] { REGIONS + "/" + this.region, DESKS + "/" + this.desk }) {
            this.admin.patch(path, Map.of("names", NAMES)).is(200);
        }
        JsonNode session = this.deskbell.browserOfDesk(this.desk).get("/api/session").is(200).json();
        assertNames(session.path("desk"));
        assertNames(session.path("regions").path(0));
        Browser guide = this.deskbell.browserOf(this.deskbell.admin().guide(this.region));
        assertNames(guide.get("/api/session").json().path("regions").path(0));
        assertNames(guide.get("/api/regions/" + this.region + "/desks").json().path("items").path(0));
        JsonNode live = this.admin.get("/api/admin/live").is(200).json().path("regions");
        assertNames(live.valueStream()
            .filter((each) -> each.path("code").asString().equals(this.region))
            .findFirst()
            .orElseThrow());
    }

}

package io.deskbell.audit.web;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.deskbell.audit.AuditAction;
import io.deskbell.testing.Admin;
import io.deskbell.testing.Browser;
import io.deskbell.testing.Deskbell;
import io.deskbell.testing.DeskbellServer;
import io.deskbell.testing.Guide;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** What people did can be found again by admins. */
@DeskbellServer
public class AuditIT {

    private static final String PAGE = "/api/admin/audit";

    @Autowired
    private Deskbell deskbell;

    private Browser admin;

    private String name;

    @BeforeEach
    void anAdminOfItsOwn() {
        this.name = this.deskbell.admin().person("ADMIN", 1);
        this.admin = this.deskbell.browserOf(this.name);
    }

    /** The pages name every action by its own words. */
    @ParameterizedTest
    @ValueSource(strings = { "ko", "en" })
    void everyActionHasItsWords(String language) throws IOException {
        Path words = Path.of("../frontend/src/locales/admin/" + language + ".json");
        assertThat(new JsonMapper().readTree(words.toFile()).at("/audit/action").propertyNames())
            .containsExactlyInAnyOrderElementsOf(Stream.of(AuditAction.values()).map(Enum::name).toList());
    }

    @Test
    void tellsOfEveryChange() {
        String code = Admin.unique("made-");
        this.admin.post("/api/admin/regions", Map.of("code", code, "name", "Region")).is(201);
        this.admin.patch("/api/admin/regions/" + code, Map.of("name", "Other")).is(200);
        this.admin.post("/api/admin/desks", Map.of("code", code, "name", "Desk", "region", code)).is(201);
        this.admin.patch("/api/admin/desks/" + code, Map.of("name", "Other")).is(200);
        this.admin.post("/api/admin/desks/" + code + "/pairing", "").is(201);
        this.admin.delete("/api/admin/desks/" + code + "/device").is(204);
        this.admin
            .post("/api/admin/accounts", Map.of("username", code, "displayName", "A", "role", "GUIDE", "regions",
                    List.of(), "password", Admin.PASSWORD))
            .is(201);
        this.admin.patch("/api/admin/accounts/" + code, Map.of("displayName", "B")).is(200);
        this.admin.delete("/api/admin/accounts/" + code).is(204);
        this.admin.delete("/api/admin/desks/" + code).is(204);
        this.admin.delete("/api/admin/regions/" + code).is(204);
        assertThat(actions(this.name)).containsExactly("REGION_DELETED", "DESK_DELETED", "ACCOUNT_DELETED",
                "ACCOUNT_CHANGED", "ACCOUNT_CREATED", "DESK_UNPAIRED", "PAIRING_OFFERED", "DESK_CHANGED",
                "DESK_CREATED", "REGION_CHANGED", "REGION_CREATED", "SIGNED_IN");
        JsonNode last = items("actor", this.name).get(0);
        assertThat(last.path("subject").asString()).isEqualTo(code);
        assertThat(last.path("address").asString()).isNotEmpty();
        assertThat(last.path("at").asString()).endsWith("Z");
        assertThat(last.path("reason").isNull()).isTrue();
    }

    @Test
    void tellsWhatWasSearchedForWhateverElseWasAsked() {
        String region = this.deskbell.admin().region();
        this.admin.get("/api/admin/messages", "a", "x".repeat(320), "region", region, "q", "busan\nFORGED a \"taxi\"")
            .is(200);
        assertThat(items("actor", this.name).get(0).path("subject").asString())
            .isEqualTo("q=\"busan FORGED a \\\"taxi\\\"\" region=\"" + region + "\"");
    }

    @Test
    void tellsNothingOfWhatWasRefused() {
        this.admin
            .post("/api/admin/accounts", Map.of("username", this.name, "displayName", "A", "role", "GUIDE", "regions",
                    List.of(), "password", Admin.PASSWORD))
            .isProblem(409, "CONFLICT");
        this.admin.patch("/api/admin/accounts/" + this.name, Map.of("password", "1234567890"))
            .isProblem(400, "INVALID_REQUEST");
        assertThat(actions(this.name)).containsExactly("SIGNED_IN");
    }

    @Test
    void tellsWhatAdminsReadAndSearched() {
        String region = this.deskbell.admin().region();
        Guide guide = this.deskbell.guide(region);
        String call = this.deskbell.kiosk(region).talksWith(guide);
        this.admin.get("/api/admin/messages", "q", "택시", "region", region).is(200);
        this.admin.get("/api/admin/calls", "region", region).is(200);
        this.admin.get("/api/calls/" + call + "/messages").is(200);
        guide.history(call);
        JsonNode items = items("actor", this.name);
        assertThat(actions(this.name)).startsWith("MESSAGES_READ", "CALLS_SEARCHED", "MESSAGES_SEARCHED");
        assertThat(items.get(0).path("subject").asString()).isEqualTo(call);
        assertThat(items.get(2).path("subject").asString()).isEqualTo("q=\"택시\" region=\"" + region + "\"");
        assertThat(actions(guide.username())).containsExactly("SIGNED_IN");
    }

    @Test
    void tellsOfSignInsFailedOnesToo() {
        String guide = this.deskbell.admin().guide();
        Browser browser = this.deskbell.browser();
        browser.signIn(guide, "not the password").isProblem(401, "BAD_CREDENTIALS");
        browser.signIn(guide, Admin.PASSWORD).is(200);
        browser.delete("/api/session").is(204);
        assertThat(actions(guide)).containsExactly("SIGNED_OUT", "SIGNED_IN", "SIGN_IN_FAILED");
    }

    @Test
    void isReadPageByPageAndByActionAndTime() {
        String desk = this.deskbell.admin().desk(this.deskbell.admin().region());
        this.admin.get("/api/admin/calls", "desk", desk).is(200);
        this.admin.get("/api/admin/messages", "desk", desk).is(200);
        JsonNode first = this.admin.get(PAGE, "actor", this.name, "limit", 2).is(200).json();
        JsonNode second = this.admin.get(PAGE, "actor", this.name, "limit", 2, "cursor", first.path("next").asString())
            .is(200)
            .json();
        assertThat(first.path("items")).hasSize(2);
        assertThat(second.path("items")).hasSize(1);
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(this.admin.get(PAGE, "actor", this.name, "action", "SIGNED_IN").each("action"))
            .containsExactly("SIGNED_IN");
        String at = first.at("/items/0/at").asString();
        assertThat(this.admin.get(PAGE, "actor", this.name, "from", "2999-01-01T00:00:00Z").each("action")).isEmpty();
        assertThat(this.admin.get(PAGE, "actor", this.name, "from", at).each("action")).contains("MESSAGES_SEARCHED");
    }

    @ParameterizedTest
    @ValueSource(strings = { "action=NOTHING", "from=yesterday", "limit=0", "cursor=x", "actor=%00",
            "from=%2B999999-01-01T00:00:00Z" })
    void refusesWhatIsNoFilter(String query) {
        this.admin.get(PAGE + "?" + query).isProblem(400, "INVALID_REQUEST");
    }

    @Test
    void isForAdmins() {
        this.deskbell.browserOf(this.deskbell.admin().guide()).get(PAGE).isProblem(403, "FORBIDDEN");
        this.deskbell.browser().get(PAGE).isProblem(401, "BAD_CREDENTIALS");
    }

    private List<String> actions(String actor) {
        return this.admin.get(PAGE, "actor", actor).is(200).each("action");
    }

    private JsonNode items(String key, String value) {
        return this.admin.get(PAGE, key, value).is(200).json().path("items");
    }

}

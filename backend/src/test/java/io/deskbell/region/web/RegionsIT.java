package io.deskbell.region.web;

import java.util.List;
import java.util.Map;

import io.deskbell.testing.Admin;
import io.deskbell.testing.Browser;
import io.deskbell.testing.Deskbell;
import io.deskbell.testing.DeskbellServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** How admins keep the regions. */
@DeskbellServer
class RegionsIT {

    private static final String REGIONS = "/api/admin/regions";

    @Autowired
    private Deskbell deskbell;

    private Admin admin;

    private Browser browser;

    @BeforeEach
    void signIn() {
        this.admin = this.deskbell.admin();
        this.browser = this.admin.browser();
    }

    @Test
    void aNewRegionIsAnsweredWhole() {
        String code = Admin.unique("r-");
        JsonNode made = this.browser.post(REGIONS, Map.of("code", code, "name", "제주", "timeZone", "Asia/Tokyo", "hours",
                List.of(Map.of("day", "MON", "from", "09:00", "to", "24:00"))))
            .is(201)
            .json();
        assertThat(made.propertyNames()).containsExactlyInAnyOrder("code", "name", "fallback", "hours", "timeZone",
                "holidays");
        assertThat(made.path("holidays").isArray()).isTrue();
        assertThat(made.path("name").asString()).isEqualTo("제주");
        assertThat(made.path("fallback").isNull()).isTrue();
        assertThat(made.at("/hours/0").propertyNames()).containsExactlyInAnyOrder("day", "from", "to");
        assertThat(this.browser.get(REGIONS + "/" + code).is(200).json()).isEqualTo(made);
    }

    @Test
    void aCodeIsGivenOnce() {
        String code = this.admin.region();
        this.browser.post(REGIONS, Map.of("code", code, "name", "Another")).isProblem(409, "CONFLICT");
    }

    @Test
    void onlyTheFieldsGivenAreChangedAndNullIsOne() {
        String other = this.admin.region();
        String code = this.admin.region(other);
        String path = REGIONS + "/" + code;
        this.browser.patch(path, Map.of("hours", List.of(Map.of("day", "SUN", "from", "10:00", "to", "12:00"))))
            .is(200);
        JsonNode renamed = this.browser.patch(path, Map.of("name", "Renamed")).is(200).json();
        assertThat(renamed.path("name").asString()).isEqualTo("Renamed");
        assertThat(renamed.path("fallback").asString()).isEqualTo(other);
        assertThat(renamed.path("hours")).hasSize(1);
        JsonNode cleared = this.browser.patch(path, "{\"fallback\": null, \"hours\": null}").is(200).json();
        assertThat(cleared.path("fallback").isNull()).isTrue();
        assertThat(cleared.path("hours").isNull()).isTrue();
        assertThat(cleared.path("name").asString()).isEqualTo("Renamed");
        assertThat(this.browser.get(path).json()).isEqualTo(cleared);
    }

    @Test
    void holidaysAreKeptUntilOthersAreGiven() {
        String path = REGIONS + "/" + this.admin.region();
        JsonNode given = this.browser.patch(path, Map.of("holidays", List.of("2027-12-25", "2027-01-01"))).json();
        assertThat(given.path("holidays").valueStream().map(JsonNode::asString)).containsExactly("2027-12-25",
                "2027-01-01");
        JsonNode renamed = this.browser.patch(path, Map.of("name", "Renamed")).is(200).json();
        assertThat(renamed.path("holidays")).isEqualTo(given.path("holidays"));
        assertThat(this.browser.get(path).json()).isEqualTo(renamed);
        assertThat(this.browser.patch(path, "{\"holidays\": null}").is(200).json().path("holidays")).isEmpty();
    }

    @Test
    void theCodeStaysWhatItIs() {
        String code = this.admin.region();
        JsonNode changed = this.browser.patch(REGIONS + "/" + code, Map.of("code", "another-code")).is(200).json();
        assertThat(changed.path("code").asString()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            code     | {"code": "Bad Code", "name": "x"}
            code     | {"name": "x"}
            name     | {"code": "%s", "name": " "}
            name     | {"code": "%s"}
            name     | {"code": "%s", "name": {"a": 1}}
            name     | {"code": "%s", "name": "a\\u0000b"}
            timeZone | {"code": "%s", "name": "x", "timeZone": "Mars/Base"}
            fallback | {"code": "%s", "name": "x", "fallback": "no-such-region"}
            fallback | {"code": "%<s", "name": "x", "fallback": "%<s"}
            hours    | {"code": "%s", "name": "x", "hours": [{"day": "MON", "from": "18:00", "to": "09:00"}]}
            hours    | {"code": "%s", "name": "x", "hours": "always"}
            hours[0].from | {"code": "%s", "name": "x", "hours": [{"day": "MON", "from": "9", "to": "10:00"}]}
            hours.day     | {"code": "%s", "name": "x", "hours": [{"day": "MOO", "from": "09:00", "to": "10:00"}]}
            holidays      | {"code": "%s", "name": "x", "holidays": ["2027-02-29"]}
            holidays      | {"code": "%s", "name": "x", "holidays": ["2027-01-01", "2027-01-01"]}
            holidays      | {"code": "%s", "name": "x", "holidays": [null]}
            holidays      | {"code": "%s", "name": "x", "holidays": [20270101]}
            holidays      | {"code": "%s", "name": "x", "holidays": [[2027, 1, 1]]}
            holidays      | {"code": "%s", "name": "x", "holidays": "2027-01-01"}
            """)
    void aBadValueIsNamed(String field, String body) {
        String code = Admin.unique("r-");
        this.browser.post(REGIONS, body.replace("%<s", code).replace("%s", code)).names(field);
        this.browser.get(REGIONS + "/" + code).isProblem(404, "NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name     | {"name": null}
            name     | {"name": ""}
            timeZone | {"timeZone": "Mars/Base"}
            fallback | {"fallback": "no-such-region"}
            hours    | {"hours": [{"day": "MON", "from": "18:00", "to": "09:00"}]}
            hours    | {"hours": [null]}
            holidays | {"holidays": ["tomorrow"]}
            holidays | {"holidays": {}}
            """)
    void aBadChangeIsNamedAndChangesNothing(String field, String body) {
        String path = REGIONS + "/" + this.admin.region();
        JsonNode before = this.browser.get(path).json();
        String named = this.browser.patch(path, body)
            .isProblem(400, "INVALID_REQUEST")
            .json()
            .at("/errors/0/field")
            .asString();
        assertThat(named).startsWith(field);
        assertThat(this.browser.get(path).json()).isEqualTo(before);
    }

    @Test
    void fallbacksDoNotLeadBack() {
        String first = this.admin.region();
        String second = this.admin.region(first);
        String third = this.admin.region(second);
        this.browser.patch(REGIONS + "/" + first, Map.of("fallback", third)).names("fallback");
        this.browser.patch(REGIONS + "/" + first, Map.of("fallback", first)).names("fallback");
    }

    @Test
    void onlyAnUnusedRegionIsDeleted() {
        String unused = this.admin.region();
        this.browser.delete(REGIONS + "/" + unused).is(204);
        this.browser.get(REGIONS + "/" + unused).isProblem(404, "NOT_FOUND");
        this.browser.delete(REGIONS + "/" + unused).isProblem(404, "NOT_FOUND");
        String withDesk = this.admin.region();
        this.admin.desk(withDesk);
        this.browser.delete(REGIONS + "/" + withDesk).isProblem(409, "IN_USE");
        String withGuide = this.admin.region();
        this.admin.guide(withGuide);
        this.browser.delete(REGIONS + "/" + withGuide).isProblem(409, "IN_USE");
        String aFallback = this.admin.region();
        this.admin.region(aFallback);
        this.browser.delete(REGIONS + "/" + aFallback).isProblem(409, "IN_USE");
    }

    @Test
    void theListIsReadPageByPage() {
        List<String> made = List.of(this.admin.region(), this.admin.region(), this.admin.region());
        List<String> read = new java.util.ArrayList<>();
        String cursor = null;
        do {
            var page = (cursor != null) ? this.browser.get(REGIONS, "limit", 2, "cursor", cursor)
                    : this.browser.get(REGIONS, "limit", 2);
            assertThat(page.each("code")).hasSizeBetween(1, 2);
            read.addAll(page.each("code"));
            cursor = page.next();
        }
        while (cursor != null);
        assertThat(read).containsAll(made).doesNotHaveDuplicates().isSorted();
    }

    @ParameterizedTest
    @CsvSource({ "limit,0", "limit,201", "limit,-1", "limit,ten", "limit,1.5", "limit,99999999999", "cursor,%%%",
            "cursor,''" })
    void aBadPageIsRefused(String name, String value) {
        for (String list : List.of(REGIONS, "/api/admin/accounts", "/api/admin/desks", "/api/admin/messages",
                "/api/admin/calls", "/api/calls", "/api/notes")) {
            this.browser.get(list, name, value).names(name);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "/api/admin/regions", "/api/admin/desks", "/api/admin/accounts", "/api/admin/messages",
            "/api/admin/calls", "/api/admin/what-is-not-there" })
    void onlyAdminsComeIn(String path) {
        this.deskbell.browser().get(path).isProblem(401, "BAD_CREDENTIALS");
        String region = this.admin.region();
        this.deskbell.browserOf(this.admin.guide(region)).get(path).isProblem(403, "FORBIDDEN");
        this.deskbell.browserOfDesk(this.admin.desk(region)).get(path).isProblem(403, "FORBIDDEN");
    }

}

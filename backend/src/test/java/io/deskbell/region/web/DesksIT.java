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
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** How admins keep the desks. */
@DeskbellServer
class DesksIT {

    private static final String DESKS = "/api/admin/desks";

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
    void aNewDeskIsAnsweredWhole() {
        String region = this.admin.region();
        String code = Admin.unique("d-");
        JsonNode made = this.browser
            .post(DESKS, Map.of("code", code, "name", "East", "region", region, "languages", List.of("ko", "zh-TW")))
            .is(201)
            .json();
        assertThat(made.propertyNames()).containsExactlyInAnyOrder("code", "name", "region", "languages", "enabled",
                "paired", "online", "lastSeen");
        assertThat(made.path("region").asString()).isEqualTo(region);
        assertThat(made.path("languages")).hasSize(2);
        assertThat(made.path("enabled").asBoolean()).isTrue();
        assertThat(made.path("paired").asBoolean()).isFalse();
        assertThat(made.path("online").asBoolean()).isFalse();
        assertThat(made.path("lastSeen").isNull()).isTrue();
        assertThat(this.browser.get(DESKS + "/" + code).is(200).json()).isEqualTo(made);
    }

    @Test
    void onlyTheFieldsGivenAreChanged() {
        String desk = this.admin.desk(this.admin.region());
        JsonNode before = this.browser.get(DESKS + "/" + desk).json();
        JsonNode changed = this.browser.patch(DESKS + "/" + desk, Map.of("name", "Renamed")).is(200).json();
        assertThat(changed.path("name").asString()).isEqualTo("Renamed");
        assertThat(changed.path("region")).isEqualTo(before.path("region"));
        assertThat(changed.path("languages")).isEqualTo(before.path("languages"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            code      | {"code": "Bad Code", "name": "x", "region": "%s"}
            name      | {"code": "d-1", "region": "%s"}
            region    | {"code": "d-1", "name": "x"}
            region    | {"code": "d-1", "name": "x", "region": "nowhere"}
            languages | {"code": "d-1", "name": "x", "region": "%s", "languages": []}
            languages | {"code": "d-1", "name": "x", "region": "%s", "languages": ["ko", "ko"]}
            """)
    void aBadValueIsNamed(String field, String body) {
        this.browser.post(DESKS, body.replace("%s", this.admin.region())).names(field);
    }

    @Test
    void aCodeIsGivenOnce() {
        String region = this.admin.region();
        String desk = this.admin.desk(region);
        this.browser.post(DESKS, Map.of("code", desk, "name", "x", "region", region)).isProblem(409, "CONFLICT");
    }

    @Test
    void aDeskWithoutCallsIsDeletedTogetherWithItsDevice() {
        String desk = this.admin.desk(this.admin.region());
        Browser device = this.deskbell.browserOfDesk(desk);
        this.browser.delete(DESKS + "/" + desk).is(204);
        this.browser.get(DESKS + "/" + desk).isProblem(404, "NOT_FOUND");
        this.browser.delete(DESKS + "/" + desk).isProblem(404, "NOT_FOUND");
        device.get("/api/session").isProblem(401, "BAD_CREDENTIALS");
    }

    @Test
    void aDeskWithCallsStays() {
        String region = this.admin.region();
        var kiosk = this.deskbell.kiosk(region);
        kiosk.rings();
        this.browser.delete(DESKS + "/" + kiosk.desk()).isProblem(409, "IN_USE");
        this.browser.delete("/api/admin/regions/" + region).isProblem(409, "IN_USE");
    }

}

package io.deskbell.region.web;

import java.util.Map;

import io.deskbell.testing.Admin;
import io.deskbell.testing.Deskbell;
import io.deskbell.testing.DeskbellServer;
import io.deskbell.testing.Guide;
import io.deskbell.testing.Kiosk;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** How the desks of a region stand, for those who look after it. */
@DeskbellServer
class DeskBoardIT {

    @Autowired
    private Deskbell deskbell;

    @Test
    void guidesSeeTheDesksOfTheirRegionByCode() {
        Admin admin = this.deskbell.admin();
        String region = admin.region();
        Guide guide = this.deskbell.guide(region);
        String unpaired = admin.desk(region);
        Kiosk kiosk = this.deskbell.kiosk(region);
        guide.hears("DESK", (event) -> event.path("desk").asString().equals(kiosk.desk()));
        String disabled = admin.desk(region);
        admin.browser().patch("/api/admin/desks/" + disabled, Map.of("enabled", false)).is(200);
        this.deskbell.kiosk(admin.region());
        var answer = guide.browser().get(path(region)).is(200);
        assertThat(answer.each("code")).containsExactlyInAnyOrder(unpaired, kiosk.desk(), disabled).isSorted();
        for (JsonNode desk : answer.json().path("items")) {
            String code = desk.path("code").asString();
            assertThat(desk.propertyNames()).containsExactlyInAnyOrder("code", "name", "enabled", "paired", "online",
                    "lastSeen");
            assertThat(desk.path("name").asString()).isEqualTo(Admin.nameOf(code));
            assertThat(desk.path("enabled").asBoolean()).isEqualTo(!code.equals(disabled));
            assertThat(desk.path("paired").asBoolean()).isEqualTo(code.equals(kiosk.desk()));
            assertThat(desk.path("online").asBoolean()).isEqualTo(code.equals(kiosk.desk()));
            assertThat(desk.path("lastSeen").isNull()).isEqualTo(!code.equals(kiosk.desk()));
        }
        assertThat(admin.browser().get(path(region)).is(200).each("code")).isEqualTo(answer.each("code"));
    }

    @Test
    void aRegionWithoutDesksHasNone() {
        assertThat(this.deskbell.admin().browser().get(path(this.deskbell.admin().region())).is(200).each("code"))
            .isEmpty();
    }

    @Test
    void nobodyElseSeesThem() {
        Admin admin = this.deskbell.admin();
        String region = admin.region();
        this.deskbell.browserOf(admin.guide(admin.region())).get(path(region)).isProblem(404, "NOT_FOUND");
        this.deskbell.browserOfDesk(admin.desk(region)).get(path(region)).isProblem(403, "FORBIDDEN");
        this.deskbell.browser().get(path(region)).isProblem(401, "BAD_CREDENTIALS");
        admin.browser().get(path("nowhere")).isProblem(404, "NOT_FOUND");
        admin.browser().get(path("Bad%20Code")).isProblem(404, "NOT_FOUND");
    }

    private static String path(String region) {
        return "/api/regions/" + region + "/desks";
    }

}

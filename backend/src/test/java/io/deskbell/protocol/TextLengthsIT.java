package io.deskbell.protocol;

import java.util.Map;

import io.deskbell.testing.Browser;
import io.deskbell.testing.Guide;
import io.deskbell.testing.Kiosk;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Lengths are characters, each of which may take two places in memory. */
class TextLengthsIT extends ProtocolTest {

    private static final String SMILE = "😀";

    @Test
    void ofNamesAreCharacters() {
        Browser admin = admin().browser();
        String region = admin().region();
        String desk = admin().desk(region);
        for (String path : new String[] { "/api/admin/regions/" + region, "/api/admin/desks/" + desk }) {
            admin.patch(path, Map.of("name", SMILE.repeat(100))).is(200);
            admin.patch(path, Map.of("name", SMILE.repeat(101))).names("name");
        }
        String guide = "/api/admin/accounts/" + admin().guide(region);
        admin.patch(guide, Map.of("displayName", SMILE.repeat(100))).is(200);
        admin.patch(guide, Map.of("displayName", SMILE.repeat(101))).names("displayName");
    }

    @Test
    void ofIdsAndReasonsAreCharacters() {
        String region = admin().region();
        Kiosk kiosk = this.deskbell.kiosk(region);
        Guide guide = this.deskbell.guide(region);
        Guide other = this.deskbell.guide(region);
        admin().browser().patch("/api/admin/desks/" + kiosk.desk(), Map.of("name", SMILE.repeat(100))).is(200);
        admin().browser()
            .patch("/api/admin/accounts/" + guide.username(), Map.of("displayName", SMILE.repeat(100)))
            .is(200);
        kiosk.ring(SMILE.repeat(65));
        assertThat(kiosk.refusal().path("code").asString()).isEqualTo("INVALID_REQUEST");
        kiosk.ring(SMILE.repeat(64));
        String call = kiosk.call("RINGING").path("id").asString();
        other.act("decline", call, Map.of("reason", SMILE.repeat(200)));
        other.hears("CALL", (told) -> told.at("/call/declinedBy").valueStream().findAny().isPresent());
        guide.accept(call);
        guide.call(call, "ACTIVE");
        kiosk.say(call, SMILE.repeat(65), "no");
        assertThat(kiosk.refusal().path("code").asString()).isEqualTo("INVALID_MESSAGE");
        kiosk.say(call, SMILE.repeat(64), "yes");
        assertThat(guide.message().path("clientId").asString()).isEqualTo(SMILE.repeat(64));
        guide.act("transfer", call, Map.of("to", Map.of("region", admin().region()), "reason", SMILE.repeat(200)));
        assertThat(kiosk.browser().get("/api/calls/" + call).is(200).json().path("state").asString())
            .isEqualTo("ACTIVE");
        guide.line()
            .next("/user/queue/calls", (told) -> told.at("/transfer/reason").asString("").equals(SMILE.repeat(200)));
    }

}

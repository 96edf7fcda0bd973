package io.deskbell.protocol;

import java.util.Map;

import io.deskbell.testing.Admin;
import io.deskbell.testing.Guide;
import io.deskbell.testing.Kiosk;
import io.deskbell.testing.Transport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** A desk calls, a guide answers, they talk, an admin reads it: over every transport. */
class MainPathIT extends ProtocolTest {

    @ParameterizedTest
    @EnumSource
    void fromTheBellToTheSearch(Transport transport) {
        String region = admin().region();
        Kiosk kiosk = Kiosk.connected(this.deskbell, admin().desk(region), transport);
        Guide guide = Guide.onDuty(this.deskbell, admin().guide(region), transport);

        kiosk.ring("press-1");
        JsonNode ringing = kiosk.call("RINGING");
        String call = ringing.path("id").asString();
        assertThat(ringing.path("onDuty").asInt()).isEqualTo(1);
        assertThat(ringing.path("language").asString()).isEqualTo("ko");
        assertThat(guide.hearsCall("RINGING").at("/desk/name").asString()).isEqualTo(Admin.nameOf(kiosk.desk()));
        assertThat(guide.hearsNote("CALL").path("callId").asString()).isEqualTo(call);

        guide.act("seen", call, Map.of("audible", true));
        kiosk.line().next("/user/queue/calls", (it) -> it.at("/alerts/seen").asInt() == 1);

        guide.accept(call);
        JsonNode active = kiosk.call("ACTIVE");
        assertThat(active.at("/guide/displayName").asString()).isEqualTo(Admin.nameOf(guide.username()));
        assertThat(active.path("guideOnline").asBoolean()).isTrue();
        assertThat(active.path("version").asLong()).isGreaterThan(ringing.path("version").asLong());
        assertThat(guide.call(call, "ACTIVE")).isEqualTo(active);

        talk(kiosk, guide, call);

        kiosk.act("end", call);
        assertThat(guide.call(call, "ENDED").path("endReason").asString()).isEqualTo("DESK_ENDED");
        kiosk.act("rate", call, Map.of("stars", 5, "comment", "친절해요"));
        guide.line().next("/user/queue/calls", (it) -> it.at("/rating/stars").asInt() == 5);
        assertThat(kiosk.currentCalls()).isEmpty();

        assertThat(admin().browser().get("/api/admin/messages", "q", "화장실", "region", region).is(200).each("contents"))
            .containsExactly("화장실이 어디예요? 🚻");
    }

    private static void talk(Kiosk kiosk, Guide guide, String call) {
        kiosk.act("typing", call, Map.of("typing", true));
        assertThat(guide.signal()).isEqualTo(json("TYPING", call, kiosk.username(), "typing", true));

        kiosk.say(call, "c-1", "  화장실이 어디예요? 🚻 ");
        JsonNode said = guide.message();
        assertThat(kiosk.message()).isEqualTo(said);
        assertThat(said.path("callId").asString()).isEqualTo(call);
        assertThat(said.path("seq").asInt()).isEqualTo(1);
        assertThat(said.path("clientId").asString()).isEqualTo("c-1");
        assertThat(said.path("username").asString()).isEqualTo(kiosk.username());
        assertThat(said.path("displayName").asString()).isEqualTo(Admin.nameOf(kiosk.desk()));
        assertThat(said.path("contents").asString()).isEqualTo("화장실이 어디예요? 🚻");
        assertThat(said.path("sendDate").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");

        guide.act("read", call, Map.of("seq", 1));
        assertThat(kiosk.signal()).isEqualTo(json("READ", call, guide.username(), "seq", 1));

        guide.say(call, "c-1", "오른쪽 끝이요");
        assertThat(kiosk.message().path("seq").asInt()).isEqualTo(2);
        assertThat(kiosk.history(call)).hasSize(2);
        assertThat(guide.history(call)).isEqualTo(kiosk.history(call));
    }

    private static JsonNode json(String type, String call, String username, String name, Object value) {
        return new tools.jackson.databind.json.JsonMapper()
            .valueToTree(Map.of("type", type, "callId", call, "username", username, name, value));
    }

}

package io.deskbell.protocol;

import java.time.Duration;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import io.deskbell.testing.Admin;
import io.deskbell.testing.Guide;
import io.deskbell.testing.Kiosk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What becomes of the call of a desk that an admin closes meanwhile. */
class ClosedDesksIT extends ProtocolTest {

    private String region;

    private Guide guide;

    private Kiosk kiosk;

    @BeforeEach
    void begin() {
        this.region = admin().region();
        this.guide = this.deskbell.guide(this.region);
        this.kiosk = this.deskbell.kiosk(this.region);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("waysToClose")
    void aCallThatRingsIsCancelledAndNobodyCanTakeIt(String how, BiConsumer<Admin, String> close) {
        String call = this.kiosk.rings();
        this.guide.hearsCall("RINGING");
        close.accept(admin(), this.kiosk.desk());
        assertThat(this.guide.hearsCall("CANCELLED").path("endReason").asString()).isEqualTo("DESK_CLOSED");
        this.guide.accept(call);
        assertThat(this.guide.refusal().path("code").asString()).isEqualTo("CALL_OVER");
        this.kiosk.line().awaitClosed(Duration.ofSeconds(5));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("waysToClose")
    void aTalkEnds(String how, BiConsumer<Admin, String> close) {
        String call = this.kiosk.talksWith(this.guide);
        close.accept(admin(), this.kiosk.desk());
        JsonNode ended = this.guide.call(call, "ENDED");
        assertThat(ended.path("endReason").asString()).isEqualTo("DESK_CLOSED");
        assertThat(ended.path("endedAt").asString()).isNotEmpty();
        this.guide.hears("PRESENCE", (event) -> event.path("calls").asInt() == 0
                && event.path("username").asString().equals(this.guide.username()));
    }

    static Stream<Arguments> waysToClose() {
        return Stream.of(way("switched off", (admin, desk) -> change(admin, desk, Map.of("enabled", false))),
                way("moved", (admin, desk) -> change(admin, desk, Map.of("region", admin.region()))), way("unpaired",
                        (admin, desk) -> admin.browser().delete("/api/admin/desks/" + desk + "/device").is(204)));
    }

    @Test
    void otherChangesAndANewDeviceLeaveTheCallAlone() {
        String call = this.kiosk.rings();
        change(admin(), this.kiosk.desk(), Map.of("name", "Another name", "languages", java.util.List.of("en")));
        this.deskbell.browserOfDesk(this.kiosk.desk());
        this.guide.accept(call);
        assertThat(this.guide.call(call, "ACTIVE").at("/desk/name").asString()).isEqualTo("Another name");
    }

    @Test
    void neitherTheDeskNorItsRegionCanBeDeletedMeanwhile() {
        String call = this.kiosk.rings();
        admin().browser().delete("/api/admin/desks/" + this.kiosk.desk()).isProblem(409, "IN_USE");
        admin().browser().delete("/api/admin/regions/" + this.region).isProblem(409, "IN_USE");
        this.guide.accept(call);
        this.guide.call(call, "ACTIVE");
    }

    private static void change(Admin admin, String desk, Map<String, Object> given) {
        admin.browser().patch("/api/admin/desks/" + desk, given).is(200);
    }

    private static Arguments way(String how, BiConsumer<Admin, String> close) {
        return arguments(how, close);
    }

}

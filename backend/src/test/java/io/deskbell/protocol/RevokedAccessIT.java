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
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Who may no longer be connected is not, within a second. */
class RevokedAccessIT extends ProtocolTest {

    private static final Duration SOON = Duration.ofSeconds(1);

    private String region;

    @BeforeEach
    void makeARegion() {
        this.region = admin().region();
    }

    @ParameterizedTest
    @EnumSource
    void signingOutClosesTheSessionsLines(Transport transport) {
        String username = admin().guide(this.region);
        Guide guide = Guide.onDuty(this.deskbell, username, transport);
        StompConnection elsewhere = StompConnection.open(this.deskbell.browserOf(username), Transport.WEBSOCKET);
        guide.browser().delete("/api/session").is(204);
        guide.line().awaitClosed(SOON);
        assertThat(elsewhere.isOpen()).isTrue();
        elsewhere.close();
    }

    @Test
    void disablingAnAccountClosesItsLines() {
        Guide guide = this.deskbell.guide(this.region);
        admin().browser().patch("/api/admin/accounts/" + guide.username(), Map.of("enabled", false)).is(200);
        guide.line().awaitClosed(SOON);
    }

    @Test
    void deletingAnAccountClosesItsLines() {
        Guide guide = this.deskbell.guide(this.region);
        admin().browser().delete("/api/admin/accounts/" + guide.username()).is(204);
        guide.line().awaitClosed(SOON);
    }

    @Test
    void takingARegionFromAGuideClosesTheGuidesLines() {
        Guide guide = this.deskbell.guide(this.region);
        admin().browser()
            .patch("/api/admin/accounts/" + guide.username(), Map.of("regions", new String[] { admin().region() }))
            .is(200);
        guide.line().awaitClosed(SOON);
    }

    @Test
    void anotherNameForAGuideLeavesTheLineOpen() {
        Guide guide = this.deskbell.guide(this.region);
        admin().browser().patch("/api/admin/accounts/" + guide.username(), Map.of("displayName", "Another")).is(200);
        this.deskbell.kiosk(this.region).rings();
        guide.hearsCall("RINGING");
    }

    @Test
    void unpairingADeskClosesItsLines() {
        Kiosk kiosk = this.deskbell.kiosk(this.region);
        admin().browser().delete("/api/admin/desks/" + kiosk.desk() + "/device").is(204);
        kiosk.line().awaitClosed(SOON);
    }

    @Test
    void switchingADeskOffClosesItsLines() {
        Kiosk kiosk = this.deskbell.kiosk(this.region);
        admin().browser().patch("/api/admin/desks/" + kiosk.desk(), Map.of("enabled", false)).is(200);
        kiosk.line().awaitClosed(SOON);
    }

    @Test
    void pairingAnotherBrowserClosesTheFirstOnesLines() {
        Kiosk kiosk = this.deskbell.kiosk(this.region);
        this.deskbell.browserOfDesk(kiosk.desk());
        kiosk.line().awaitClosed(SOON);
    }

    @Test
    void aDeskThatSignsOutIsClosed() {
        Kiosk kiosk = this.deskbell.kiosk(this.region);
        kiosk.browser().delete("/api/session").is(204);
        kiosk.line().awaitClosed(SOON);
    }

    @Test
    void whoSignsInAsSomebodyElseIsNoLongerConnectedAsTheFirst() {
        Guide guide = this.deskbell.guide(this.region);
        Browser browser = guide.browser();
        browser.signIn(admin().guide(this.region), io.deskbell.testing.Admin.PASSWORD).is(200);
        guide.line().awaitClosed(SOON);
    }

    @Test
    void comingAndGoingIsTold() {
        Guide watching = this.deskbell.guide(this.region);
        Guide other = this.deskbell.guide(this.region);
        Kiosk kiosk = this.deskbell.kiosk(this.region);
        watching.hears("DESK",
                (event) -> event.path("online").asBoolean() && event.path("desk").asString().equals(kiosk.desk()));
        assertThat(admin().browser().get("/api/admin/desks/" + kiosk.desk()).json().path("online").asBoolean())
            .isTrue();
        String call = kiosk.talksWith(other);
        other.line().close();
        watching.hears("PRESENCE", (event) -> event.path("username").asString().equals(other.username())
                && !event.path("connected").asBoolean());
        kiosk.line()
            .next("/user/queue/calls",
                    (it) -> it.path("id").asString().equals(call) && !it.path("guideOnline").asBoolean());
        kiosk.line().close();
        watching.hears("DESK", (event) -> !event.path("online").asBoolean());
        watching.line().send("/app/presence", Map.of("state", "AWAY"));
        watching.hears("COVERAGE", (event) -> event.path("onDuty").asInt() == 0);
    }

}

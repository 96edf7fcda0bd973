package io.deskbell.protocol;

import java.time.Duration;
import java.util.Map;

import io.deskbell.testing.Admin;
import io.deskbell.testing.Guide;
import io.deskbell.testing.Kiosk;
import io.deskbell.testing.StompConnection;
import io.deskbell.testing.Transport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What an admin changes is so at once, also for those who are connected. */
class RenamingIT extends ProtocolTest {

    private String region;

    private Guide guide;

    @BeforeEach
    void begin() {
        this.region = admin().region();
        this.guide = this.deskbell.guide(this.region);
    }

    @Test
    void messagesOfALivingConnectionCarryTheNewName() {
        Kiosk kiosk = this.deskbell.kiosk(this.region);
        String call = kiosk.talksWith(this.guide);
        for (int i = 0; i < 2; i++) {
            kiosk.say(call, "desk-" + i, "hello");
            assertThat(this.guide.message().path("displayName").asString())
                .isEqualTo((i == 0) ? Admin.nameOf(kiosk.desk()) : "West lobby");
            kiosk.message();
            this.guide.say(call, "guide-" + i, "hello");
            assertThat(kiosk.message().path("displayName").asString())
                .isEqualTo((i == 0) ? Admin.nameOf(this.guide.username()) : "Garam");
            this.guide.message();
            patch("desks/" + kiosk.desk(), Map.of("name", "West lobby"));
            patch("accounts/" + this.guide.username(), Map.of("displayName", "Garam"));
        }
        kiosk.line().next("/user/queue/calls", (it) -> it.at("/guide/displayName").asString().equals("Garam"));
    }

    @Test
    void aDeskIsPairedNamedAndSwitchedOffBeforeTheEyesOfItsGuides() {
        String desk = admin().desk(this.region);
        this.deskbell.browserOfDesk(desk);
        JsonNode paired = this.guide.hears("DESK", (it) -> it.path("desk").asString().equals(desk));
        assertThat(paired.path("paired").asBoolean()).isTrue();
        assertThat(paired.path("online").asBoolean()).isFalse();
        StompConnection connection = StompConnection.open(this.deskbell.browserOfDesk(desk), Transport.WEBSOCKET);
        this.guide.hears("DESK", (it) -> it.path("desk").asString().equals(desk) && it.path("online").asBoolean()
                && it.path("paired").asBoolean());
        patch("desks/" + desk, Map.of("name", "West lobby"));
        this.guide.hears("DESK", (it) -> it.path("name").asString().equals("West lobby"));
        patch("desks/" + desk, Map.of("enabled", false));
        this.guide.hears("DESK", (it) -> it.path("desk").asString().equals(desk) && !it.path("enabled").asBoolean());
        connection.awaitClosed(Duration.ofSeconds(5));
    }

    private void patch(String what, Map<String, Object> given) {
        admin().browser().patch("/api/admin/" + what, given).is(200);
    }

}

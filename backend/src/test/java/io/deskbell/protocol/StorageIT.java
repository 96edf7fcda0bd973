package io.deskbell.protocol;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import io.deskbell.testing.FaultyDisk;
import io.deskbell.testing.FaultyDisk.Fault;
import io.deskbell.testing.Guide;
import io.deskbell.testing.Kiosk;
import io.deskbell.testing.Stomp;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the disk does not take is refused and reaches nobody, and all goes on when the
 * disk is well again.
 */
@DirtiesContext(classMode = ClassMode.AFTER_EACH_TEST_METHOD)
class StorageIT extends ProtocolTest {

    private static final Duration RECOVERY = Duration.ofSeconds(15);

    @TempDir
    private static Path folder;

    private Kiosk kiosk;

    private Guide guide;

    private String call;

    @DynamicPropertySource
    static void onAFaultyDisk(DynamicPropertyRegistry registry) {
        FaultyDisk.register();
        registry.add("spring.datasource.url",
                () -> "jdbc:h2:faulty:" + folder.resolve("deskbell") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
    }

    @BeforeEach
    void talk() {
        String region = admin().region();
        this.kiosk = this.deskbell.kiosk(region);
        this.guide = this.deskbell.guide(region);
        this.call = this.kiosk.talksWith(this.guide);
    }

    @AfterEach
    void heal() {
        FaultyDisk.suffer(Fault.NONE);
    }

    @Test
    void aFullDiskRefusesAMessage() {
        FaultyDisk.suffer(Fault.FULL);
        this.kiosk.say(this.call, "c", "text");
        assertUnavailable(this.kiosk, "c");
        assertThat(this.kiosk.line().waiting("/user/queue/messages")).isEmpty();
        assertThat(this.guide.line().waiting("/user/queue/messages")).isEmpty();
    }

    @Test
    void aFullDiskRefusesACall() {
        Kiosk other = this.deskbell.kiosk(this.guide.region());
        FaultyDisk.suffer(Fault.FULL);
        other.ring("r");
        assertUnavailable(other, "r");
        assertThat(other.line().waiting("/user/queue/calls")).isEmpty();
        assertThat(this.guide.line().waiting("/topic/regions." + this.guide.region()))
            .noneMatch((event) -> event.at("/call/desk/code").asString("").equals(other.desk()));
    }

    @ParameterizedTest
    @EnumSource(names = { "FULL", "UNFORCEABLE" })
    void whatWasRefusedIsStoredOnceWhenTheDiskIsWellAgain(Fault fault) throws IOException {
        try (Stomp desk = Stomp.connect(this.kiosk.browser())) {
            desk.followed("/user/queue/errors").followed("/user/queue/messages");
            FaultyDisk.suffer(fault);
            for (int i = 0; i < 3; i++) {
                assertThat(say(desk, "c").json().path("code").asString()).isEqualTo("UNAVAILABLE");
            }
            assertThat(this.guide.line().waiting("/user/queue/messages")).isEmpty();
            FaultyDisk.suffer(Fault.NONE);
            Stomp.Frame copy = Awaitility.await()
                .atMost(RECOVERY)
                .until(() -> say(desk, "c"), (answer) -> answer.isFor("/user/queue/messages"));
            assertThat(this.guide.message()).isEqualTo(copy.json());
            assertThat(this.guide.history(this.call)).containsExactly(copy.json());
        }
        this.deskbell.kiosk(this.guide.region()).rings();
    }

    @Test
    void whatIsAcknowledgedWasForcedToTheDiskBefore() throws IOException {
        try (Stomp desk = Stomp.connect(this.kiosk.browser())) {
            desk.followed("/user/queue/errors").followed("/user/queue/messages");
            for (int i = 1; i <= 50; i++) {
                int before = FaultyDisk.forces();
                assertThat(say(desk, "c-" + i).json().path("seq").asInt()).isEqualTo(i);
                assertThat(FaultyDisk.forces()).as("forces when message %s is acknowledged", i).isGreaterThan(before);
            }
        }
    }

    private Stomp.Frame say(Stomp desk, String clientId) throws IOException {
        return desk
            .send("/app/calls." + this.call + ".messages", Map.of("clientId", clientId, "contents", "text " + clientId))
            .read();
    }

    private static void assertUnavailable(Kiosk kiosk, String ref) {
        JsonNode refusal = kiosk.refusal();
        assertThat(refusal.path("code").asString()).isEqualTo("UNAVAILABLE");
        assertThat(refusal.path("ref").asString()).isEqualTo(ref);
    }

}

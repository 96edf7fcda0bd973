package io.deskbell.protocol;

import java.time.Duration;

import io.deskbell.testing.Browser;
import io.deskbell.testing.Guide;
import io.deskbell.testing.Kiosk;
import io.deskbell.testing.OnPostgres;
import io.deskbell.testing.Postgres;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * While the database is gone nothing is acknowledged and everybody is told to try again;
 * when it is back, all goes on.
 */
@OnPostgres
@DirtiesContext
@TestPropertySource(properties = "spring.datasource.hikari.connection-timeout=500")
class PostgresOutageIT extends ProtocolTest {

    private static final Duration RECOVERY = Duration.ofSeconds(30);

    @Autowired
    private Postgres postgres;

    @Test
    void withoutADatabaseEverybodyIsToldToTryAgainAndNothingIsLost() {
        String region = admin().region();
        Kiosk kiosk = this.deskbell.kiosk(region);
        Guide guide = this.deskbell.guide(region);
        String call = kiosk.talksWith(guide);
        kiosk.say(call, "c-1", "before");
        assertThat(guide.message().path("contents").asString()).isEqualTo("before");

        this.postgres.goAway();
        kiosk.say(call, "c-2", "meanwhile");
        assertThat(kiosk.refusal().path("code").asString()).isEqualTo("UNAVAILABLE");
        guide.browser().get("/api/session").isProblem(503, "UNAVAILABLE");
        guide.browser().get("/api/notes").isProblem(503, "UNAVAILABLE");
        guide.browser().open("/guide").is(200);
        new Browser(this.deskbell.port()).open("/desk").is(200);
        new Browser(this.deskbell.port()).get("/actuator/health").is(503);

        this.postgres.comeBack();
        Awaitility.await().atMost(RECOVERY).until(() -> guide.browser().get("/api/session").status() == 200);
        kiosk.say(call, "c-2", "meanwhile");
        assertThat(guide.message().path("contents").asString()).isEqualTo("meanwhile");
        assertThat(guide.history(call)).extracting((message) -> message.path("seq").asInt()).containsExactly(1, 2);
        assertThat(kiosk.line().isOpen()).isTrue();
    }

}

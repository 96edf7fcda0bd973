package io.deskbell.call;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

import io.deskbell.testing.Deskbell;
import io.deskbell.testing.DeskbellServer;
import io.deskbell.testing.Guide;
import io.deskbell.testing.Kiosk;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A step that can never be done, since the database refuses it, keeps neither the next
 * ones nor other calls from their time, and is not tried for ever.
 */
@DeskbellServer
class FailingTimerIT {

    @Autowired
    private Deskbell deskbell;

    @Autowired
    private JdbcClient jdbc;

    private String neighbours;

    private Kiosk kiosk;

    private Kiosk other;

    private Guide guide;

    @BeforeEach
    void begin() {
        this.neighbours = this.deskbell.admin().region();
        String region = this.deskbell.admin().region(this.neighbours);
        this.guide = this.deskbell.guide(region);
        this.kiosk = this.deskbell.kiosk(region);
        this.other = this.deskbell.kiosk(region);
    }

    @AfterEach
    void allow() {
        this.jdbc.sql("alter table notes drop constraint if exists no_such_notes").update();
        this.jdbc.sql("alter table calls drop constraint if exists no_such_calls").update();
    }

    @Test
    void aStepThatCannotBeDoneIsPassedOver() {
        refuse("to_region <> '" + this.neighbours + "'");
        String call = this.kiosk.rings();
        pass(46);
        JsonNode told = this.guide
            .hears("CALL", (event) -> event.at("/call/steps")
                .valueStream()
                .anyMatch((step) -> step.path("step").asString().equals("FALLBACK") && step.path("done").asBoolean()))
            .path("call");
        assertThat(told.path("state").asString()).isEqualTo("RINGING");
        pass(80);
        this.kiosk.call(call, "MISSED");
        assertThat(this.guide.inbox().path("items").findValuesAsString("kind")).contains("MISSED");
    }

    @Test
    void missedComesEvenIfItCannotBeNoted() {
        refuse("kind <> 'MISSED' or from_desk <> '" + this.kiosk.desk() + "'");
        String call = this.kiosk.rings();
        String well = this.other.rings();
        pass(121);
        this.kiosk.call(call, "MISSED");
        this.other.call(well, "MISSED");
        assertThat(this.guide.inbox().path("items").findValuesAsString("kind")).containsOnlyOnce("MISSED");
    }

    @Test
    void whatCannotEvenBePassedOverIsPutOff() {
        this.jdbc
            .sql("alter table calls add constraint no_such_calls check (state <> 'MISSED' or desk <> '%s')"
                .formatted(this.kiosk.desk()))
            .update();
        UUID call = UUID.fromString(this.kiosk.rings());
        String well = this.other.rings();
        pass(121);
        this.other.call(well, "MISSED");
        Instant late = this.deskbell.clock().instant();
        Awaitility.await()
            .until(() -> this.jdbc.sql("select due_at from calls where id = ?")
                .param(call)
                .query(OffsetDateTime.class)
                .single()
                .toInstant()
                .isAfter(late));
        allow();
        pass(31);
        this.kiosk.call(call.toString(), "MISSED");
    }

    private void refuse(String check) {
        this.jdbc.sql("alter table notes add constraint no_such_notes check (" + check + ")").update();
    }

    private void pass(int seconds) {
        this.deskbell.clock().forward(Duration.ofSeconds(seconds));
    }

}

package io.deskbell.chat;

import java.time.Duration;

import io.deskbell.testing.Deskbell;
import io.deskbell.testing.DeskbellServer;
import io.deskbell.testing.Guide;
import io.deskbell.testing.Kiosk;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The number of messages that is kept with a call. */
@DeskbellServer
public class MessageCounterIT {

    @Autowired
    private Deskbell deskbell;

    @Autowired
    private MessageCounter counter;

    @Autowired
    private JdbcClient jdbc;

    private Kiosk kiosk;

    private Guide guide;

    private String call;

    @BeforeEach
    void talk() {
        String region = this.deskbell.admin().region();
        this.kiosk = this.deskbell.kiosk(region);
        this.guide = this.deskbell.guide(region);
        this.call = this.kiosk.talksWith(this.guide);
    }

    /** Both go on writing while one of them ends it. */
    @RepeatedTest(5)
    void countsWhatWasSaidUntilTheEnd() {
        for (int i = 0; i < 100; i++) {
            this.kiosk.say(this.call, "k-" + i, "text");
            this.guide.say(this.call, "g-" + i, "text");
            if (i == 50) {
                this.guide.act("end", this.call);
            }
        }
        this.kiosk.call("ENDED");
        awaitCount(stored());
        assertThat(count()).isBetween(1, 200);
    }

    @Test
    void aCallThatGoesOnHasNoCountYet() {
        say(1);
        assertThat(count()).isNull();
    }

    @Test
    void aCallWithoutATalkHasNone() {
        Kiosk other = this.deskbell.kiosk(this.guide.region());
        this.call = other.rings();
        other.act("cancel", this.call);
        other.call("CANCELLED");
        awaitCount(0);
    }

    /** Nothing counts after the commit of the end, as if the process had died there. */
    @Test
    void whatACrashKeptFromBeingCountedIsCountedByTheSweep() {
        this.counter.stop();
        try {
            say(3);
            end();
            assertThat(count()).isNull();
        }
        finally {
            this.counter.start();
        }
        this.counter.sweep();
        assertThat(count()).as("somebody may still be storing").isNull();
        endedAMinuteAgo();
        this.counter.sweep();
        assertThat(count()).isEqualTo(3);
    }

    @Test
    void whatAnotherServerStoredAfterTheCountIsCountedByTheSweep() {
        say(2);
        end();
        awaitCount(2);
        this.jdbc.sql("""
                insert into messages select id + 1, call_id, 3, 'elsewhere', username, display_name, 'late', sent_at
                from messages where call_id = cast(? as uuid) and seq = 2""").param(this.call).update();
        endedAMinuteAgo();
        this.counter.sweep();
        assertThat(count()).isEqualTo(3);
    }

    @Test
    void aCountOutlastsItsMessages() {
        say(2);
        end();
        awaitCount(2);
        this.jdbc.sql("delete from messages where call_id = cast(? as uuid)").param(this.call).update();
        endedAMinuteAgo();
        this.counter.sweep();
        assertThat(count()).isEqualTo(2);
    }

    private void say(int count) {
        for (int i = 0; i < count; i++) {
            this.kiosk.say(this.call, "c-" + i, "text");
            this.guide.message();
        }
    }

    private void end() {
        this.kiosk.act("end", this.call);
        this.kiosk.call("ENDED");
    }

    /** The next sweep looks at it, as at each call once it has been over for a while. */
    private void endedAMinuteAgo() {
        this.counter.sweep();
        this.deskbell.clock().forward(Duration.ofMinutes(1));
    }

    private @Nullable Integer count() {
        return this.jdbc.sql("select messages from calls where id = cast(? as uuid)")
            .param(this.call)
            .query((row, number) -> row.getObject(1, Integer.class))
            .list()
            .getFirst();
    }

    private int stored() {
        return this.jdbc.sql("select count(*) from messages where call_id = cast(? as uuid)")
            .param(this.call)
            .query(Integer.class)
            .single();
    }

    private void awaitCount(int count) {
        await().untilAsserted(() -> assertThat(count()).isEqualTo(count));
    }

}

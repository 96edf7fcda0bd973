package io.deskbell.chat;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import io.deskbell.testing.Deskbell;
import io.deskbell.testing.DeskbellServer;
import io.deskbell.testing.Guide;
import io.deskbell.testing.Kiosk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What the store refuses is refused to its sender, and to nobody else. */
@DeskbellServer
class MessageStoreIT {

    @Autowired
    private Deskbell deskbell;

    @Autowired
    private PickyStore store;

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

    @Test
    void aBadMessageRefusesItselfAlone() {
        for (int i = 1; i <= 20; i++) {
            this.kiosk.say(this.call, "c-" + i, (i == 7) ? "poison" : "text " + i);
        }
        JsonNode refusal = this.kiosk.refusal();
        assertThat(refusal.path("code").asString()).isEqualTo("UNAVAILABLE");
        assertThat(refusal.path("ref").asString()).isEqualTo("c-7");
        for (int seq = 1; seq <= 19; seq++) {
            JsonNode message = this.guide.message();
            assertThat(message.path("seq").asInt()).isEqualTo(seq);
            assertThat(message.path("clientId").asString()).isEqualTo("c-" + ((seq < 7) ? seq : seq + 1));
        }
        assertThat(this.guide.history(this.call)).hasSize(19);
    }

    @Test
    void withoutADatabaseNothingIsAcknowledged() {
        this.store.gone.set(true);
        try {
            this.kiosk.say(this.call, "c-1", "lost?");
            assertThat(this.kiosk.refusal().path("code").asString()).isEqualTo("UNAVAILABLE");
        }
        finally {
            this.store.gone.set(false);
        }
        this.kiosk.say(this.call, "c-1", "not lost");
        assertThat(this.kiosk.message().path("seq").asInt()).isEqualTo(1);
        assertThat(this.guide.message().path("contents").asString()).isEqualTo("not lost");
    }

    @Test
    void aPlaceThatAnotherServerTookIsLeftToIt() {
        this.kiosk.say(this.call, "c-1", "one");
        this.guide.message();
        this.jdbc.sql("""
                insert into messages select id + 1, call_id, 2, 'elsewhere', username, display_name, 'two', sent_at
                from messages where call_id = cast(? as uuid)""").param(this.call).update();
        this.kiosk.say(this.call, "c-3", "three");
        assertThat(this.guide.message().path("seq").asInt()).isEqualTo(3);
        this.kiosk.say(this.call, "elsewhere", "again");
        assertThat(this.guide.message().path("contents").asString()).isEqualTo("two");
        assertThat(this.guide.history(this.call)).hasSize(3);
    }

    /** The real store, made to refuse. */
    static class PickyStore implements MessageStore {

        private final MessageStore real;

        private final AtomicBoolean gone = new AtomicBoolean();

        PickyStore(MessageStore real) {
            this.real = real;
        }

        @Override
        public void store(List<SequencedMessage> group) {
            if (this.gone.get()) {
                throw new DataAccessResourceFailureException("gone");
            }
            if (group.stream().anyMatch((it) -> it.message().contents().equals("poison"))) {
                throw new DataIntegrityViolationException("poison");
            }
            this.real.store(group);
        }

        @Override
        public void makeDurable() {
            this.real.makeDurable();
        }

    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Configuration {

        @Bean
        @Primary
        PickyStore pickyStore(DatabaseMessageStore real) {
            return new PickyStore(real);
        }

    }

}

package io.deskbell.chat;

import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.deskbell.testing.Deskbell;
import io.deskbell.testing.DeskbellServer;
import io.deskbell.testing.Guide;
import io.deskbell.testing.Kiosk;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** A sender has thirty messages at once, and each is stored or refused. */
@DeskbellServer
class MessageLimitTests {

    private static final int SENT = 300;

    @Autowired
    private Deskbell deskbell;

    @Test
    void whoSendsTooMuchIsToldWhatWasNotStored() {
        String region = this.deskbell.admin().region();
        Kiosk kiosk = this.deskbell.kiosk(region);
        Guide guide = this.deskbell.guide(region);
        String call = kiosk.talksWith(guide);
        IntStream.range(0, SENT).forEach((i) -> kiosk.say(call, "c-" + i, "text"));
        guide.say(call, "after", "the other side is not held up");
        JsonNode refusal = kiosk.refusal();
        assertThat(refusal.path("code").asString()).isEqualTo("RATE_LIMITED");
        assertThat(refusal.path("ref").asString()).isEqualTo("c-30");
        guide.line().next("/user/queue/messages", (message) -> message.path("clientId").asString().equals("after"));
        long stored = Stream.generate(kiosk::message)
            .takeWhile((message) -> !message.path("clientId").asString().equals("after"))
            .count();
        assertThat(stored).isBetween(30L, SENT - 1L);
    }

}

package io.deskbell.chat;

import java.util.List;
import java.util.stream.IntStream;

import io.deskbell.testing.Deskbell;
import io.deskbell.testing.DeskbellServer;
import io.deskbell.testing.Guide;
import io.deskbell.testing.Kiosk;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A sender has thirty messages at once, and each is stored or refused. */
@DeskbellServer
@TestPropertySource(properties = "deskbell.limits.messages-per-second=10")
class MessageLimitIT {

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
        await().until(() -> told(kiosk, "messages", "clientId").size() + told(kiosk, "errors", "ref").size() == SENT);
        List<String> stored = told(kiosk, "messages", "clientId");
        assertThat(stored).hasSizeBetween(30, SENT - 1)
            .containsAll(IntStream.range(0, 30).mapToObj((i) -> "c-" + i).toList());
        assertThat(told(kiosk, "errors", "ref")).doesNotContainAnyElementsOf(stored);
        assertThat(told(kiosk, "errors", "code")).containsOnly("RATE_LIMITED");
        guide.say(call, "other", "the other side is not held up");
        guide.line().next("/user/queue/messages", (message) -> message.path("clientId").asString().equals("other"));
    }

    private static List<String> told(Kiosk kiosk, String queue, String field) {
        return kiosk.line()
            .waiting("/user/queue/" + queue)
            .stream()
            .map((frame) -> frame.path(field).asString())
            .toList();
    }

}

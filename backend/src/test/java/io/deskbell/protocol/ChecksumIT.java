package io.deskbell.protocol;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import io.deskbell.testing.Browser;
import io.deskbell.testing.Guide;
import io.deskbell.testing.Kiosk;
import io.deskbell.testing.Party;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The checksum of a page's state, worked out a second time from what a page holds. */
class ChecksumIT extends ProtocolTest {

    private static final String NOTHING = "811c9dc5";

    private String region;

    private Kiosk kiosk;

    private Guide guide;

    @BeforeEach
    void begin() {
        this.region = admin().region();
        this.guide = this.deskbell.guide(this.region);
        this.kiosk = this.deskbell.kiosk(this.region);
    }

    @Test
    void isOfNothingToBeginWith() {
        assertThat(calls(this.kiosk)).isEqualTo(NOTHING);
        assertThat(calls(this.guide)).isEqualTo(NOTHING);
        assertThat(checksum(this.guide).path("unread").asInt()).isZero();
    }

    @Test
    void isOfWhatRingsAndOfTheNotes() {
        String call = this.kiosk.rings();
        assertThat(calls(this.guide)).isEqualTo(sum(line(call, 0)));
        assertThat(calls(this.kiosk)).isEqualTo(sum(line(call, 0)));
        assertThat(checksum(this.guide).path("unread").asInt()).isEqualTo(1);
        String other = this.deskbell.kiosk(this.region).rings();
        assertThat(calls(this.guide)).isEqualTo(sum(line(call, 0), line(other, 0)));
        assertThat(calls(this.deskbell.guide(admin().region()))).isEqualTo(NOTHING);
    }

    @Test
    void isOfTheLastSeqOfOnesOwnTalk() {
        Guide colleague = this.deskbell.guide(this.region);
        String call = this.kiosk.talksWith(this.guide);
        this.kiosk.say(call, "m-1", "하나");
        this.guide.say(call, "m-2", "둘");
        this.guide.message();
        this.guide.message();
        assertThat(calls(this.guide)).isEqualTo(sum(line(call, 2)));
        assertThat(calls(this.kiosk)).isEqualTo(sum(line(call, 2)));
        assertThat(calls(colleague)).isEqualTo(NOTHING);
        this.guide.act("transfer", call, Map.of("to", Map.of("username", colleague.username())));
        colleague.line().next("/user/queue/calls", (it) -> !it.path("transfer").isNull());
        assertThat(calls(colleague)).isEqualTo(sum(line(call, 0)));
    }

    @Test
    void isForDesksAndGuides() {
        admin().browser().get("/api/checksum").isProblem(403, "FORBIDDEN");
        this.deskbell.browser().get("/api/checksum").isProblem(401, "BAD_CREDENTIALS");
    }

    private String line(String call, int lastSeq) {
        Browser admin = admin().browser();
        return call + ":" + admin.get("/api/calls/" + call).json().path("version").asLong() + ":" + lastSeq;
    }

    private static String calls(Party party) {
        return checksum(party).path("calls").asString();
    }

    private static JsonNode checksum(Party party) {
        return party.browser().get("/api/checksum").is(200).json();
    }

    private static String sum(String... lines) {
        int hash = 0x811c9dc5;
        for (byte b : String.join("\n", new TreeSet<>(List.of(lines))).getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 16777619;
        }
        return "%08x".formatted(hash);
    }

}

package io.deskbell.protocol;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import io.deskbell.protocol.BadInputs.Act;
import io.deskbell.protocol.BadInputs.Unfit;
import io.deskbell.testing.Guide;
import io.deskbell.testing.Kiosk;
import io.deskbell.testing.Stomp;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.test.context.TestContextManager;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is sent, each refusal is told once with its ref and nothing of the insides;
 * the connection lives, and what is right still goes through it.
 */
@PropertyDefaults(tries = 200, shrinking = ShrinkingMode.OFF)
class BadInputIT extends ProtocolTest {

    private static final Pattern INSIDES = Pattern
        .compile("(?i)exception|stack|\\bat [\\w.]+\\(|java|jackson|spring|hibernate|deskbell|sql|select |insert ");

    private Kiosk kiosk;

    private Guide guide;

    private String call;

    private Stomp desk;

    private Stomp person;

    private int stored;

    @BeforeProperty
    void talk() throws Exception {
        TestContextManager spring = new TestContextManager(getClass());
        spring.beforeTestClass();
        spring.prepareTestInstance(this);
        String region = admin().region();
        this.kiosk = this.deskbell.kiosk(region);
        this.guide = this.deskbell.guide(region);
        this.call = this.kiosk.talksWith(this.guide);
        this.desk = Stomp.connect(this.kiosk.browser());
        this.person = Stomp.connect(this.guide.browser());
        for (Stomp line : new Stomp[] { this.desk, this.person }) {
            line.followed("/user/queue/errors").followed("/user/queue/messages");
        }
    }

    @AfterProperty
    void whatIsRightStillGoesThrough() throws IOException {
        say(this.desk, "content-type:application/json");
        say(this.person, "content-type:application/json");
        assertThat(this.guide.history(this.call)).extracting((message) -> message.path("contents").asString())
            .isSubsetOf("sane", "😀".repeat(2_000));
        assertThat(admin().browser().get("/api/calls/" + this.call + "/messages", "after", this.stored).each("seq"))
            .isEmpty();
        this.desk.close();
        this.person.close();
    }

    @Property
    void whatIsNoJsonObjectIsRefused(@ForAll("acts") Act act, @ForAll("noObjects") String body) throws IOException {
        assertThat(refusal(act, body, act.ref(this.call))).isIn("INVALID_REQUEST", "INVALID_MESSAGE", "WRONG_STATE");
    }

    /** Only where it is left out may all be right but the moment. */
    @Property(tries = 400)
    void aFieldThatDoesNotFitIsRefused(@ForAll("unfit") Unfit unfit) throws IOException {
        String ref = (unfit.ref() != null) ? unfit.ref() : unfit.act().ref(this.call);
        assertThat(refusal(unfit.act(), unfit.body(), ref)).as(unfit.body())
            .isIn("INVALID_REQUEST", "INVALID_MESSAGE", unfit.isLeftOut() ? "WRONG_STATE" : null);
    }

    @Property
    void anUnknownDestinationIsRefused(@ForAll("destinations") String destination, @ForAll boolean fromDesk)
            throws IOException {
        String clientId = UUID.randomUUID().toString();
        Stomp line = fromDesk ? this.desk : this.person;
        line.send(destination, Map.of("clientId", clientId));
        assertThat(refusal(line, clientId)).isIn("NOT_FOUND", "FORBIDDEN");
    }

    @Property
    void anotherContentTypeIsRefused(@ForAll("contentTypes") String type) throws IOException {
        String clientId = UUID.randomUUID().toString();
        this.desk.frame("SEND", "content-type:" + type + "\ndestination:/app/calls." + this.call + ".messages",
                "{\"clientId\": \"" + clientId + "\", \"contents\": \"bad\"}");
        assertThat(refusal(this.desk, clientId)).isEqualTo("INVALID_REQUEST");
    }

    @Example
    void aNameGivenTwiceIsRefused() throws IOException {
        this.desk.send("/app/calls." + this.call + ".messages",
                "{\"clientId\": \"a\", \"clientId\": \"b\", \"contents\": \"bad\"}");
        assertThat(refusal(this.desk, this.call)).isEqualTo("INVALID_REQUEST");
    }

    @Example
    void aLongTextOfEscapesOnlyIsNoGiantFrame() throws IOException {
        this.desk.send("/app/calls." + this.call + ".messages",
                "{\"clientId\": \"long\", \"contents\": \"" + "\\ud83d\\ude00".repeat(2_000) + "\"}");
        this.stored++;
        for (Stomp side : new Stomp[] { this.desk, this.person }) {
            assertThat(side.read().json().path("contents").asString()).isEqualTo("😀".repeat(2_000));
        }
    }

    @Example
    void nothingIsTakenAfterDisconnect() throws IOException {
        Stomp third = Stomp.connect(this.kiosk.browser());
        third.frame("DISCONNECT", "x:y", "");
        third.send("/app/calls." + this.call + ".messages", Map.of("clientId", "late", "contents", "late"));
        say(this.desk, "content-type:application/json");
        third.close();
    }

    @Property
    void unknownHeadersArePassedOver(@ForAll("headers") Map<String, String> headers) throws IOException {
        StringBuilder lines = new StringBuilder("content-type:application/json");
        headers.forEach((name, value) -> lines.append('\n').append(name).append(':').append(value));
        say(this.desk, lines.toString());
    }

    @Provide
    Arbitrary<Act> acts() {
        return BadInputs.acts();
    }

    @Provide
    Arbitrary<String> noObjects() {
        return BadInputs.noObjects();
    }

    @Provide
    Arbitrary<Unfit> unfit() {
        return BadInputs.unfit();
    }

    @Provide
    Arbitrary<String> destinations() {
        return BadInputs.destinations(this.call);
    }

    @Provide
    Arbitrary<String> contentTypes() {
        return BadInputs.contentTypes();
    }

    @Provide
    Arbitrary<Map<String, String>> headers() {
        return BadInputs.headers();
    }

    private void say(Stomp line, String headers) throws IOException {
        String clientId = UUID.randomUUID().toString();
        line.frame("SEND", headers + "\ndestination:/app/calls." + this.call + ".messages",
                "{\"clientId\": \"" + clientId + "\", \"contents\": \"sane\"}");
        this.stored++;
        for (Stomp side : new Stomp[] { this.desk, this.person }) {
            Stomp.Frame copy = side.read();
            assertThat(copy.isFor("/user/queue/messages")).as(copy.toString()).isTrue();
            assertThat(copy.json().path("clientId").asString()).isEqualTo(clientId);
            assertThat(copy.json().path("seq").asInt()).isEqualTo(this.stored);
        }
    }

    private String refusal(Act act, String body, @Nullable String ref) throws IOException {
        Stomp line = act.isOfDesk() ? this.desk : this.person;
        line.send(act.destination(this.call), body);
        return refusal(line, ref);
    }

    private static String refusal(Stomp line, @Nullable String ref) throws IOException {
        Stomp.Frame frame = line.read();
        assertThat(frame.isFor("/user/queue/errors")).as(frame.toString()).isTrue();
        JsonNode refusal = frame.json();
        assertThat(refusal.path("ref").asString(null)).as(frame.body()).isEqualTo(ref);
        assertThat(refusal.path("detail").asString()).isNotBlank().doesNotContainPattern(INSIDES);
        return refusal.path("code").asString();
    }

}

package io.deskbell.realtime;

import java.util.List;
import java.util.stream.Stream;

import io.deskbell.realtime.stomp.DestinationRule.Use;
import io.deskbell.realtime.stomp.DestinationRule;
import io.deskbell.shared.Role;
import io.deskbell.testing.Browser;
import io.deskbell.testing.Deskbell;
import io.deskbell.testing.DeskbellServer;
import io.deskbell.testing.Guide;
import io.deskbell.testing.Kiosk;
import io.deskbell.testing.RawSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every declared destination, for every role, of one's own and of others, over a real
 * connection. It is generated from the table, so that a new destination can't be
 * forgotten.
 */
@DeskbellServer
@TestInstance(Lifecycle.PER_CLASS)
class DestinationWalkIT {

    /** Not the caller's, or not there at all. */
    private static final List<String> REFUSED = List.of("FORBIDDEN", "NOT_FOUND");

    /** Refused with a ref of null after all that was sent before it was answered. */
    private static final String NOWHERE = "/app/nowhere";

    private static final JsonMapper MAPPER = new JsonMapper();

    @Autowired
    private Deskbell deskbell;

    /** What is refused changes nothing, so one place does for all of that. */
    private Place own;

    private Place foreign;

    @BeforeAll
    void talk() {
        this.own = Place.of(this.deskbell);
        this.foreign = Place.of(this.deskbell);
    }

    @ParameterizedTest
    @MethodSource("sends")
    void sendsAreTakenFromWhoMaySendThem(DestinationRule destination, Role role) {
        if (destination.getRoles().contains(role)) {
            Place fresh = Place.of(this.deskbell);
            assertThat(send(role, destination, fresh, fresh)).isNotIn(REFUSED);
        }
        else {
            assertThat(send(role, destination, this.own, this.own)).isEqualTo("FORBIDDEN");
            assertThat(this.own.state()).isEqualTo("ACTIVE");
        }
    }

    /** What there is of others is not told apart from what is not there. */
    @ParameterizedTest
    @MethodSource("sends")
    void sendsToOthersCallsAreRefused(DestinationRule destination, Role role) {
        if (destination.getPattern().contains("{id}")) {
            assertThat(send(role, destination, this.own, this.foreign))
                .isEqualTo(destination.getRoles().contains(role) ? "NOT_FOUND" : "FORBIDDEN");
            assertThat(this.foreign.state()).isEqualTo("ACTIVE");
        }
    }

    @ParameterizedTest
    @MethodSource("subscriptions")
    void subscriptionsAreForWhoMayFollow(DestinationRule destination, Role role) {
        assertThat(subscribe(role, destination, this.own))
            .startsWith(destination.getRoles().contains(role) ? "RECEIPT\n" : "ERROR\n");
    }

    @ParameterizedTest
    @MethodSource("subscriptions")
    void regionsOfOthersAreForAdminsOnly(DestinationRule destination, Role role) {
        if (destination.getPattern().contains("{code}")) {
            assertThat(subscribe(role, destination, this.foreign))
                .startsWith((role == Role.ADMIN) ? "RECEIPT\n" : "ERROR\n");
        }
    }

    static Stream<Arguments> sends() {
        return walk(Use.SEND);
    }

    static Stream<Arguments> subscriptions() {
        return walk(Use.SUBSCRIBE);
    }

    private static Stream<Arguments> walk(Use use) {
        return Stream.of(DestinationRule.values())
            .filter((destination) -> destination.getUse() == use)
            .flatMap((destination) -> Stream.of(Role.values()).map((role) -> Arguments.of(destination, role)));
    }

    private RawSocket socket(Role role, Place home) {
        Browser browser = switch (role) {
            case DESK -> home.kiosk.browser();
            case GUIDE -> home.guide.browser();
            case ADMIN -> this.deskbell.admin().browser();
        };
        RawSocket socket = RawSocket.open(browser).connect(browser.csrfToken());
        assertThat(socket.frame()).startsWith("CONNECTED\n");
        return socket;
    }

    private String subscribe(Role role, DestinationRule destination, Place place) {
        RawSocket socket = socket(role, this.own);
        socket.send("SUBSCRIBE", "id:1\nreceipt:r\ndestination:" + place.spell(destination), "");
        return socket.answer();
    }

    /**
     * What who is at home in one place sends to another, or to the same: the code with
     * which it was refused, empty where it was not.
     */
    private String send(Role role, DestinationRule destination, Place home, Place place) {
        RawSocket socket = socket(role, home);
        follow(socket, "/user/queue/errors");
        if (destination == DestinationRule.MESSAGE && destination.getRoles().contains(role)) {
            follow(socket, "/user/queue/messages");
        }
        socket.send("SEND", "content-type:application/json\ndestination:" + place.spell(destination),
                place.body(destination));
        if (destination != DestinationRule.MESSAGE) {
            socket.send("SEND", "destination:" + NOWHERE, "");
        }
        String answer = socket.frame();
        socket.close();
        if (answer.contains("\ndestination:/user/queue/messages\n")) {
            return "";
        }
        JsonNode refusal = MAPPER.readTree(answer.substring(answer.indexOf("\n\n"), answer.indexOf('\0')));
        String code = refusal.path("code").asString();
        boolean nowhere = code.equals("NOT_FOUND") && refusal.path("ref").isNull();
        return nowhere ? "" : code;
    }

    private static void follow(RawSocket socket, String queue) {
        socket.send("SUBSCRIBE", "id:" + queue + "\nreceipt:r\ndestination:" + queue, "");
        assertThat(socket.frame()).startsWith("RECEIPT\n");
    }

    /** A region with a desk and a guide who talk. */
    private record Place(String region, Kiosk kiosk, Guide guide, String call) {

        static Place of(Deskbell deskbell) {
            String region = deskbell.admin().region();
            Kiosk kiosk = deskbell.kiosk(region);
            Guide guide = deskbell.guide(region);
            return new Place(region, kiosk, guide, kiosk.talksWith(guide));
        }

        String state() {
            return this.kiosk.currentCalls().get(0).path("state").asString();
        }

        String spell(DestinationRule destination) {
            return destination.getPattern().replace("{id}", this.call).replace("{code}", this.region);
        }

        /** Such as the destination takes; one that is not named here takes anything. */
        String body(DestinationRule destination) {
            return switch (destination) {
                case RING -> "{\"requestId\": \"r\", \"language\": \"ko\"}";
                case RATE -> "{\"stars\": 5, \"comment\": null}";
                case MESSAGE -> "{\"clientId\": \"c\", \"contents\": \"text\"}";
                case LEAVE -> "{\"contents\": \"text\"}";
                case TYPING -> "{\"typing\": true}";
                case READ -> "{\"seq\": 1}";
                case SEEN -> "{\"audible\": true}";
                case PRESENCE -> "{\"state\": \"AVAILABLE\"}";
                case TRANSFER -> "{\"to\": {\"region\": \"" + this.region + "\"}, \"reason\": null}";
                default -> "{}";
            };
        }

    }

}

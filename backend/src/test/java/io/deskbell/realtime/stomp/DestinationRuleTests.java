package io.deskbell.realtime.stomp;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.stream.Stream;

import io.deskbell.realtime.stomp.DestinationRule.Match;
import io.deskbell.realtime.stomp.DestinationRule.Use;
import io.deskbell.shared.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is not declared is refused, however it is spelt. */
class DestinationRuleTests {

    private static final String ID = "0198a0b8-0000-7000-8000-000000000001";

    @Test
    void areThoseOfTheContractForItsRoles() {
        assertThat(declared(Use.SEND)).containsExactlyInAnyOrder("/app/calls.ring DESK", "/app/calls.{id}.cancel DESK",
                "/app/calls.{id}.accept GUIDE", "/app/calls.{id}.decline GUIDE", "/app/calls.{id}.transfer GUIDE",
                "/app/calls.{id}.seen GUIDE", "/app/calls.{id}.end DESK GUIDE", "/app/calls.{id}.rate DESK",
                "/app/calls.{id}.leave DESK", "/app/calls.{id}.messages DESK GUIDE",
                "/app/calls.{id}.typing DESK GUIDE", "/app/calls.{id}.read DESK GUIDE", "/app/presence GUIDE");
        assertThat(declared(Use.SUBSCRIBE)).containsExactlyInAnyOrder("/topic/regions.{code} GUIDE ADMIN",
                "/user/queue/calls DESK GUIDE", "/user/queue/notes GUIDE ADMIN", "/user/queue/messages DESK GUIDE",
                "/user/queue/signals DESK GUIDE", "/user/queue/errors DESK GUIDE ADMIN");
    }

    @ParameterizedTest
    @EnumSource
    void areFoundByTheirOwnName(DestinationRule destination) {
        String variable = destination.getPattern().contains("{code}") ? "seoul-2" : ID;
        Match match = DestinationRule.match(destination.getUse(), spelt(destination, variable)).orElseThrow();
        assertThat(match.destination()).isEqualTo(destination);
        assertThat(match.variable()).isEqualTo(destination.getPattern().contains("{") ? variable : "");
    }

    @ParameterizedTest
    @EnumSource
    void areNotFoundForTheOtherUse(DestinationRule destination) {
        Use other = (destination.getUse() == Use.SEND) ? Use.SUBSCRIBE : Use.SEND;
        assertThat(DestinationRule.match(other, spelt(destination, ID))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void areNotFoundByAnyOtherSpelling(DestinationRule destination) {
        assertThat(otherSpellings(destination))
            .allSatisfy((spelling) -> assertThat(DestinationRule.match(destination.getUse(), spelling)).isEmpty());
    }

    /** A declared destination, bent in every way that some matcher might forgive. */
    private static Stream<String> otherSpellings(DestinationRule destination) {
        String good = spelt(destination, ID);
        Stream<String> bent = Stream.of(good + ".", good + "/", good + " ", " " + good, "/" + good, good + ".x",
                good + "/x", good.toUpperCase(Locale.ROOT), good.substring(1), good.replace('.', '/') + "/",
                good.replaceFirst("/", "//"), good.replaceFirst("/", "/%2e/"), good.replaceFirst("/", "/./"),
                good + "?x", good + "#x", good + ";x", good + "\0", good + "-user1234");
        Stream<String> filled = Stream
            .of("", "*", "**", "#", ">", "{id}", "..", ".", "/", "%2e", "a b", "A", "서울", "a_b", "a".repeat(37))
            .filter((variable) -> destination.getPattern().contains("{"))
            .map((variable) -> spelt(destination, variable));
        return Stream.concat(bent, filled);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "/", ".", "*", "**", "/**", "/*", "/topic/**", "/topic/*", "/topic/#", "/topic/>",
            "/topic/regions", "/topic/regions.", "/topic/regions.*", "/topic/regions.**", "/topic/regions.#",
            "/topic/regions.>", "/topic/regions.{code}", "/topic/regions..", "/topic/regions.seoul.",
            "/topic/regions.seoul.*", "/topic/regions.%2e", "/topic//regions.seoul", "/topic/regions.Seoul",
            "/topic/regions/seoul", "/TOPIC/regions.seoul", "/app", "/app/**", "/app/calls.ring.", "/app/calls..cancel",
            "/app/calls.*.accept", "/queue/**", "/queue/calls", "/queue/errors", "/user/**", "/user/queue/*",
            "/user/queue/**", "/user/queue", "/user/x/queue/y", "/user/desk:seoul-1/queue/messages",
            "/user/queue/calls/", "/user//queue/calls", "/user/queue/../queue/calls", "/user/queue/calls-user1",
            "/topic/u.6161.queue.calls", "/topic/s.1.errors", "/exchange/amq.topic/#" })
    void outsideTheListAreRefused(String destination) {
        assertThat(DestinationRule.match(Use.SUBSCRIBE, destination)).isEmpty();
        assertThat(DestinationRule.match(Use.SEND, destination)).isEmpty();
    }

    private static String spelt(DestinationRule destination, String variable) {
        return destination.getPattern().replaceAll("\\{\\w+}", Matcher.quoteReplacement(variable));
    }

    private static List<String> declared(Use use) {
        return Arrays.stream(DestinationRule.values())
            .filter((destination) -> destination.getUse() == use)
            .map((destination) -> destination.getPattern() + " "
                    + String.join(" ", destination.getRoles().stream().map(Role::name).toList()))
            .toList();
    }

}

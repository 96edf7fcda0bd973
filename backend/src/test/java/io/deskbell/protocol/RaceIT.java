package io.deskbell.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.deskbell.testing.Admin;
import io.deskbell.testing.Guide;
import io.deskbell.testing.Kiosk;
import io.deskbell.testing.Party;
import io.deskbell.testing.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What happens at the same instant happens once and in one order. */
class RaceIT extends ProtocolTest {

    @Test
    void oneOfTwoGuidesWinsEveryTime() {
        String region = admin().region();
        Kiosk kiosk = this.deskbell.kiosk(region);
        Guide one = this.deskbell.guide(region);
        Guide other = this.deskbell.guide(region);
        for (int round = 0; round < rounds(); round++) {
            String call = kiosk.rings();
            together(() -> one.accept(call), () -> other.accept(call));
            String winner = kiosk.call(call, "ACTIVE").at("/guide/username").asString();
            assertThat(winner).isIn(one.username(), other.username());
            (winner.equals(one.username()) ? one : other).call(call, "ACTIVE");
            assertTaken((winner.equals(one.username()) ? other : one), call, winner);
            kiosk.act("end", call);
            kiosk.call(call, "ENDED");
        }
        assertThat(one.line().waiting("/user/queue/errors")).isEmpty();
        assertThat(other.line().waiting("/user/queue/errors")).isEmpty();
    }

    int rounds() {
        return 200;
    }

    /** The time is told, not tested: machines differ. */
    @Test
    void oneOfFiftyGuidesWinsAHundredTimes() {
        String region = admin().region();
        Kiosk kiosk = this.deskbell.kiosk(region);
        List<Guide> guides = IntStream.range(0, 50).mapToObj((i) -> this.deskbell.guide(region)).toList();
        List<Long> told = new ArrayList<>();
        for (int round = 0; round < 100; round++) {
            String call = kiosk.rings();
            Runnable[] accepts = guides.stream()
                .map((guide) -> (Runnable) () -> guide.accept(call))
                .toArray(Runnable[]::new);
            long began = System.nanoTime();
            together(accepts);
            String winner = kiosk.call(call, "ACTIVE").at("/guide/username").asString();
            List<Guide> losers = guides.stream().filter((guide) -> !guide.username().equals(winner)).toList();
            assertThat(losers).hasSize(49).allSatisfy((guide) -> assertTaken(guide, call, winner));
            told.add((System.nanoTime() - began) / 1_000_000);
            kiosk.act("end", call);
            kiosk.call(call, "ENDED");
        }
        told.sort(null);
        System.out.printf("RaceIT: 49 of 50 told who took it after %d ms (median), %d ms (longest)%n", told.get(50),
                told.getLast());
    }

    @Test
    void aGuideWithOneLineGetsOneOfTwoCalls() {
        String region = admin().region();
        Guide guide = this.deskbell.guide(region);
        List<Kiosk> kiosks = List.of(this.deskbell.kiosk(region), this.deskbell.kiosk(region));
        List<String> calls = kiosks.stream().map(Kiosk::rings).toList();
        calls.forEach(guide::accept);
        assertThat(guide.call("ACTIVE").path("id").asString()).isEqualTo(calls.getFirst());
        assertThat(guide.refusal().path("code").asString()).isEqualTo("GUIDE_BUSY");
    }

    @Test
    void aDeskThatRingsManyTimesAtOnceRingsOnce() {
        String region = admin().region();
        Kiosk kiosk = this.deskbell.kiosk(region);
        IntStream.range(0, 20).forEach((i) -> kiosk.ring("press-" + i % 2));
        List<String> ids = IntStream.range(0, 20).mapToObj((i) -> kiosk.call("RINGING").path("id").asString()).toList();
        assertThat(ids).containsOnly(ids.getFirst());
        String guide = admin().guide(region);
        assertThat(kiosk.currentCalls()).hasSize(1);
        assertThat(admin().browser().get("/api/admin/calls", "region", region).each("id")).hasSize(1);
        assertThat(this.deskbell.browserOf(guide).get("/api/calls", "region", region).each("id")).hasSize(1);
    }

    @Test
    void acceptAndCancelAtOnceLeaveOneOfTheTwo() {
        String region = admin().region();
        Kiosk kiosk = this.deskbell.kiosk(region);
        Guide guide = this.deskbell.guide(region);
        for (int round = 0; round < 20; round++) {
            String call = kiosk.rings();
            together(() -> guide.accept(call), () -> kiosk.act("cancel", call));
            JsonNode decided = kiosk.line()
                .next("/user/queue/calls", (it) -> it.path("id").asString().equals(call)
                        && !it.path("state").asString().equals("RINGING"));
            if (decided.path("state").asString().equals("ACTIVE")) {
                assertThat(kiosk.refusal().path("code").asString()).isEqualTo("WRONG_STATE");
                kiosk.act("end", call);
                kiosk.call(call, "ENDED");
            }
            else {
                assertThat(guide.refusal().path("code").asString()).isEqualTo("CALL_OVER");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void bothSeeFiveHundredMessagesInOneOrderWithoutAGap(Transport transport) {
        String region = admin().region();
        Kiosk kiosk = Kiosk.connected(this.deskbell, admin().desk(region), transport);
        Guide guide = Guide.onDuty(this.deskbell, admin().guide(region), transport);
        String call = kiosk.talksWith(guide);
        together(() -> sayMany(kiosk, call, 250), () -> sayMany(guide, call, 250));
        List<JsonNode> atTheDesk = IntStream.range(0, 500).mapToObj((i) -> kiosk.message()).toList();
        List<JsonNode> atTheGuide = IntStream.range(0, 500).mapToObj((i) -> guide.message()).toList();
        assertThat(atTheDesk.stream().map((message) -> message.path("seq").asInt()))
            .containsExactlyElementsOf(IntStream.rangeClosed(1, 500).boxed().toList());
        assertThat(atTheGuide).isEqualTo(atTheDesk);
        for (Party sender : List.of(kiosk, guide)) {
            assertThat(said(atTheDesk, sender)).containsExactlyElementsOf(
                    IntStream.range(0, 250).mapToObj((i) -> sender.getClass().getSimpleName() + i).toList());
        }
        assertThat(allHistory(guide, call)).isEqualTo(atTheDesk);
    }

    private static void sayMany(Party sender, String call, int count) {
        for (int i = 0; i < count; i++) {
            sender.say(call, sender.getClass().getSimpleName() + i, "번호 " + i + " " + UUID.randomUUID());
        }
    }

    private static List<String> said(List<JsonNode> messages, Party sender) {
        return messages.stream()
            .map((message) -> message.path("clientId").asString())
            .filter((id) -> id.startsWith(sender.getClass().getSimpleName()))
            .toList();
    }

    private static List<JsonNode> allHistory(Guide guide, String call) {
        List<JsonNode> all = new ArrayList<>();
        JsonNode page;
        do {
            page = guide.browser()
                .get("/api/calls/" + call + "/messages", "after", all.size(), "limit", 200)
                .is(200)
                .json()
                .path("items");
            StreamSupport.stream(page.spliterator(), false).forEach(all::add);
        }
        while (!page.isEmpty());
        return all;
    }

    private static void assertTaken(Guide loser, String call, String winner) {
        JsonNode refusal = loser.refusal();
        assertThat(refusal.path("code").asString()).isEqualTo("CALL_TAKEN");
        assertThat(refusal.path("detail").asString()).contains(Admin.nameOf(winner));
        assertThat(refusal.path("ref").asString()).isEqualTo(call);
    }

    private static void together(Runnable... acts) {
        CyclicBarrier start = new CyclicBarrier(acts.length);
        CompletableFuture<?>[] all;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            all = Stream.of(acts).map((act) -> CompletableFuture.runAsync(() -> {
                meet(start);
                act.run();
            }, threads)).toArray(CompletableFuture<?>[]::new);
        }
        CompletableFuture.allOf(all).join();
    }

    private static void meet(CyclicBarrier start) {
        try {
            start.await(30, TimeUnit.SECONDS);
        }
        catch (InterruptedException | BrokenBarrierException | TimeoutException ex) {
            throw new IllegalStateException(ex);
        }
    }

}

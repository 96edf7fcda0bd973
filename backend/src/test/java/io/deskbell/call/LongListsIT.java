package io.deskbell.call;

import java.util.UUID;
import java.util.stream.IntStream;

import io.deskbell.call.transfer.TransferTarget;
import io.deskbell.testing.Deskbell;
import io.deskbell.testing.DeskbellServer;
import io.deskbell.testing.Guide;
import io.deskbell.testing.Kiosk;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;

/** Neither a chain of fallbacks nor those who decline have a greatest number. */
@DeskbellServer
class LongListsIT {

    private static final int REGIONS = 60;

    private static final int GUIDES = 500;

    @Autowired
    private Deskbell deskbell;

    @Autowired
    private Calls calls;

    @Autowired
    private TransactionOperations transactions;

    @Test
    void aChainOfFallbacksOfAnyLengthIsGoneThrough() {
        String last = this.deskbell.admin().region();
        String first = last;
        for (int i = 1; i < REGIONS; i++) {
            first = this.deskbell.admin().region(first);
        }
        Guide guide = this.deskbell.guide(last);
        Kiosk kiosk = this.deskbell.kiosk(first);
        String call = kiosk.rings();
        assertThat(guide.hearsCall("RINGING").path("ringsIn")).hasSize(REGIONS);
        JsonNode listed = guide.browser().get("/api/calls", "state", "RINGING").is(200).json().path("items");
        assertThat(listed.findValuesAsString("id")).contains(call);
        guide.accept(call);
        kiosk.call(call, "ACTIVE");
    }

    @Test
    void anyNumberOfGuidesMayDeclineAndHaveHadIt() {
        String region = this.deskbell.admin().region();
        Guide guide = this.deskbell.guide(region);
        Kiosk kiosk = this.deskbell.kiosk(region);
        UUID id = UUID.fromString(kiosk.rings());
        this.transactions.executeWithoutResult((transaction) -> {
            Call call = this.calls.findAndLockById(id).orElseThrow();
            IntStream.range(0, GUIDES).forEach((i) -> call.getRinging().declined(name(i)));
        });
        assertThat(this.calls.findById(id).orElseThrow().getRinging().getDeclinedBy()).hasSize(GUIDES);
        this.transactions.executeWithoutResult((transaction) -> {
            Call call = this.calls.findAndLockById(id).orElseThrow();
            call.accept(name(0), name(0), call.getTimes().ringAt());
            for (int i = 1; i < GUIDES; i++) {
                call.transfer(new TransferTarget(name(i), null, null), call.getTimes().ringAt(),
                        call.getTimes().ringAt());
                call.accept(name(i), name(i), call.getTimes().ringAt());
            }
        });
        assertThat(this.calls.findById(id).orElseThrow().getParties().getFormerGuides()).hasSize(GUIDES - 1);
        kiosk.act("end", id.toString());
        kiosk.call("ENDED");
        assertThat(guide.browser().get("/api/calls/" + id).is(200).json().path("state").asString()).isEqualTo("ENDED");
    }

    private static String name(int number) {
        return "guide.with-a-rather-long-name.%03d".formatted(number).substring(0, 32 - 4) + "-%03d".formatted(number);
    }

}

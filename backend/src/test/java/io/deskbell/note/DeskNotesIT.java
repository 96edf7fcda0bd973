package io.deskbell.note;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.deskbell.region.DeskButtonStuck;
import io.deskbell.testing.Admin;
import io.deskbell.testing.Browser;
import io.deskbell.testing.Deskbell;
import io.deskbell.testing.DeskbellServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** A stuck button is told of, but not all the time. */
@DeskbellServer
class DeskNotesIT {

    @Autowired
    private Deskbell deskbell;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionOperations transactions;

    @Test
    void aStuckButtonIsToldOfOnceAnHour() {
        Admin admin = this.deskbell.admin();
        String region = admin.region();
        String desk = admin.desk(region);
        Browser guide = this.deskbell.browserOf(admin.guide(region));
        Browser otherAdmin = this.deskbell.browserOf(admin.person("ADMIN", 1));
        stuck(desk);
        stuck(desk);
        stuck(admin.desk(region));
        assertThat(tellOf(desk, guide)).singleElement()
            .asString()
            .contains("stuck", "버튼", Admin.nameOf(desk), Admin.nameOf(region), "(Asia/Seoul)");
        assertThat(tellOf(desk, otherAdmin)).hasSize(1);
        assertThat(texts(guide)).as("the other desk's as well").hasSize(2);
        this.deskbell.clock().forward(Duration.ofMinutes(61));
        stuck(desk);
        assertThat(tellOf(desk, guide)).hasSize(2);
        assertThat(tellOf(desk, otherAdmin)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = { "PT2H", "-PT2H" })
    void anHourIsAnHourThoughTheClockIsSet(Duration by) {
        String region = this.deskbell.admin().region();
        String desk = this.deskbell.admin().desk(region);
        Browser guide = this.deskbell.browserOf(this.deskbell.admin().guide(region));
        stuck(desk);
        this.deskbell.put(by);
        this.deskbell.clock().forward(Duration.ofMinutes(59));
        stuck(desk);
        assertThat(texts(guide)).hasSize(1);
        this.deskbell.clock().forward(Duration.ofMinutes(2));
        stuck(desk);
        this.deskbell.put(by.negated());
        assertThat(texts(guide)).hasSize(2);
    }

    @Test
    void whatHappenedIsKeptForPagesToWord() {
        String region = this.deskbell.admin().region();
        String desk = this.deskbell.admin().desk(region);
        Browser guide = this.deskbell.browserOf(this.deskbell.admin().guide(region));
        stuck(desk);
        JsonNode event = guide.get("/api/notes").json().at("/items/0/event");
        assertThat(event.path("type").asString()).isEqualTo("DESK_STUCK");
        assertThat(event.at("/desk/code").asString()).isEqualTo(desk);
        assertThat(event.at("/desk/name").asString()).isEqualTo(Admin.nameOf(desk));
        assertThat(event.at("/region/code").asString()).isEqualTo(region);
        assertThat(Instant.parse(event.path("at").asString())).isCloseTo(this.deskbell.clock().instant(),
                within(1, ChronoUnit.MINUTES));
        assertThat(event.path("timeZone").asString()).isEqualTo("Asia/Seoul");
        assertThat(event.has("count")).isFalse();
    }

    @Test
    void whatWasNotKeptIsToldNextTime() {
        String region = this.deskbell.admin().region();
        String desk = this.deskbell.admin().desk(region);
        Browser guide = this.deskbell.browserOf(this.deskbell.admin().guide(region));
        this.transactions.executeWithoutResult((transaction) -> {
            stuck(desk);
            transaction.setRollbackOnly();
        });
        assertThat(texts(guide)).isEmpty();
        stuck(desk);
        assertThat(texts(guide)).hasSize(1);
    }

    @Test
    void aDeskThatIsNotThereAnyMoreIsToldOfToNobody() {
        stuck("no-such-desk");
    }

    private void stuck(String desk) {
        this.events.publishEvent(new DeskButtonStuck(desk));
    }

    private static List<String> tellOf(String desk, Browser browser) {
        return texts(browser).stream().filter((text) -> text.contains("(" + desk + ")")).toList();
    }

    private static List<String> texts(Browser browser) {
        return browser.get("/api/notes", "limit", 200).is(200).each("contents");
    }

}

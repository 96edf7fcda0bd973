package io.deskbell.region.monitor;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.deskbell.region.DeskWentOffline;
import io.deskbell.testing.Admin;
import io.deskbell.testing.Browser;
import io.deskbell.testing.Deskbell;
import io.deskbell.testing.DeskbellServer;
import io.deskbell.testing.Guide;
import io.deskbell.testing.Kiosk;
import io.deskbell.testing.StompConnection;
import io.deskbell.testing.Transport;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A desk that is not there while it should be is told of, once, and once when it is back.
 */
@DeskbellServer
public class OfflineDeskMonitorIT {

    private static final Duration PATIENCE = Duration.ofSeconds(61);

    private static final ZoneId ZONE = ZoneId.of("Asia/Seoul");

    @Autowired
    private Deskbell deskbell;

    @Autowired
    private OfflineDeskMonitor monitor;

    @Autowired
    private OfflineDeskCheck check;

    @Autowired
    private JdbcOperations jdbc;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private ConfigurableApplicationContext context;

    /** The connections of those who came back. */
    private final Map<String, StompConnection> lines = new HashMap<>();

    private String region;

    private Guide guide;

    @BeforeEach
    void makeRegion() {
        this.region = this.deskbell.admin().region();
        this.guide = this.deskbell.guide(this.region);
    }

    @Test
    void isToldOfOnceAndOnceMoreWhenItIsBack() {
        Kiosk kiosk = kiosk();
        String admin = this.deskbell.admin().person("ADMIN", 1);
        leave(kiosk);
        String since = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").format(offlineSince(kiosk.desk()).atZone(ZONE));
        later(PATIENCE);
        var note = this.guide.hearsNote("TEXT");
        assertThat(note.path("from").isNull()).isTrue();
        assertThat(note.at("/to/region").asString()).isEqualTo(this.region);
        assertThat(note.path("contents").asString()).contains("is not connected", "연결되어 있지 않습니다",
                Admin.nameOf(kiosk.desk()) + " (" + kiosk.desk() + ")", Admin.nameOf(this.region),
                since + " (Asia/Seoul)");
        later(PATIENCE.multipliedBy(3));
        assertThat(texts(this.guide.browser())).hasSize(1);
        comeBack(kiosk);
        assertThat(this.guide.hearsNote("TEXT").path("contents").asString()).contains("is connected again",
                "다시 연결되었습니다", "(" + kiosk.desk() + ")", since + " (Asia/Seoul)");
        later(PATIENCE);
        assertThat(texts(this.guide.browser())).hasSize(2);
        assertThat(texts(this.deskbell.browserOf(admin))).filteredOn((text) -> text.contains(kiosk.desk())).hasSize(2);
        leave(kiosk);
        later(PATIENCE);
        assertThat(this.guide.hearsNote("TEXT").path("contents").asString()).contains("is not connected");
    }

    @Test
    void isNotToldOfWhereItComesBackInTime() {
        Kiosk kiosk = kiosk();
        leave(kiosk);
        later(PATIENCE.minusSeconds(31));
        comeBack(kiosk);
        leave(kiosk);
        later(PATIENCE.minusSeconds(31));
        comeBack(kiosk);
        later(PATIENCE);
        assertThat(texts(this.guide.browser())).isEmpty();
        assertThat(isWatched(kiosk.desk())).isFalse();
    }

    @Test
    void isMissedAMinuteAfterItsRegionOpened() {
        Instant opens = opensInFiveMinutes();
        Kiosk kiosk = kiosk();
        leave(kiosk);
        later(PATIENCE);
        goTo(opens.minusSeconds(30));
        goTo(opens.plusSeconds(30));
        assertThat(texts(this.guide.browser())).isEmpty();
        goTo(opens.plus(PATIENCE));
        assertThat(this.guide.hearsNote("TEXT").path("contents").asString()).contains("(" + kiosk.desk() + ")");
    }

    @Test
    void countsFromTheOpeningWhereItLeftJustBefore() {
        Instant opens = opensInFiveMinutes();
        Kiosk kiosk = kiosk();
        goTo(opens.minusSeconds(30));
        leave(kiosk);
        goTo(opens.plusSeconds(35));
        assertThat(texts(this.guide.browser())).isEmpty();
        goTo(opens.plus(PATIENCE));
        this.guide.hearsNote("TEXT");
    }

    @Test
    void isLookedAtAgainWhereAnAdminChangesTheHours() {
        String path = "/api/admin/regions/" + this.region;
        Browser admin = this.deskbell.admin().browser();
        admin.patch(path, Map.of("hours", List.of())).is(200);
        Kiosk kiosk = kiosk();
        leave(kiosk);
        later(PATIENCE.multipliedBy(2));
        assertThat(texts(this.guide.browser())).isEmpty();
        admin.patch(path, "{\"hours\": null}").is(200);
        this.monitor.sweep();
        this.guide.hearsNote("TEXT");
    }

    @Test
    void isFoundWhereNobodyToldThatItLeft() {
        String desk = this.deskbell.admin().desk(this.region);
        this.deskbell.browserOfDesk(desk);
        find(desk);
        later(PATIENCE);
        assertThat(this.guide.hearsNote("TEXT").path("contents").asString()).contains("(" + desk + ")");
    }

    @Test
    void isToldOfByAnotherServerThanTheOneThatItLeft() {
        String desk = this.deskbell.admin().desk(this.region);
        this.deskbell.browserOfDesk(desk);
        due(desk);
        this.guide.hearsNote("TEXT");
    }

    @Test
    void isBackAlsoWhereNobodyToldThatItCame() {
        Kiosk kiosk = kiosk();
        this.jdbc.update("update desks set offline_since = ?, offline_told_at = ? where code = ?", now(), now(),
                kiosk.desk());
        this.monitor.reconcile();
        assertThat(this.guide.hearsNote("TEXT").path("contents").asString()).contains("is connected again");
        assertThat(isWatched(kiosk.desk())).isFalse();
    }

    @Test
    void isLeftAloneWhereItIsUnpairedOrSwitchedOff() {
        Browser admin = this.deskbell.admin().browser();
        Kiosk unpaired = kiosk();
        leave(unpaired);
        admin.delete("/api/admin/desks/" + unpaired.desk() + "/device").is(204);
        Kiosk disabled = kiosk();
        leave(disabled);
        admin.patch("/api/admin/desks/" + disabled.desk(), Map.of("enabled", false)).is(200);
        assertThat(isWatched(disabled.desk())).isFalse();
        Kiosk disabledWhileHere = kiosk();
        admin.patch("/api/admin/desks/" + disabledWhileHere.desk(), Map.of("enabled", false)).is(200);
        String neverPaired = this.deskbell.admin().desk(this.region);
        this.monitor.reconcile();
        later(PATIENCE);
        this.monitor.reconcile();
        assertThat(List.of(unpaired.desk(), disabled.desk(), disabledWhileHere.desk(), neverPaired))
            .noneMatch(this::isWatched);
        assertThat(texts(this.guide.browser())).isEmpty();
    }

    @Test
    void isTheNewRegionsToLookAfterOnceItMoved() {
        Kiosk kiosk = kiosk();
        leave(kiosk);
        later(PATIENCE);
        this.guide.hearsNote("TEXT");
        String other = this.deskbell.admin().region();
        Guide otherGuide = this.deskbell.guide(other);
        this.deskbell.admin().browser().patch("/api/admin/desks/" + kiosk.desk(), Map.of("region", other)).is(200);
        find(kiosk.desk());
        later(PATIENCE);
        otherGuide.hearsNote("TEXT");
        assertThat(texts(this.guide.browser())).hasSize(1);
    }

    @Test
    void isToldOfOnceByAnyNumberOfServers() {
        String desk = this.deskbell.admin().desk(this.region);
        this.deskbell.browserOfDesk(desk);
        int rounds = 30;
        for (int round = 0; round < rounds; round++) {
            this.jdbc.update(
                    "update desks set offline_since = ?, offline_due_at = ?, offline_told_at = null where code = ?",
                    now().minusSeconds(120), now(), desk);
            IntStream.range(0, 8).parallel().forEach((server) -> this.check.check(desk));
            this.guide.hearsNote("TEXT");
        }
        assertThat(texts(this.guide.browser())).hasSize(rounds);
    }

    @Test
    void waitsForNobodyWhoHasItsRow() {
        String held = this.deskbell.admin().desk(this.region);
        String other = this.deskbell.admin().desk(this.region);
        this.deskbell.browserOfDesk(held);
        this.deskbell.browserOfDesk(other);
        this.transactions.executeWithoutResult((transaction) -> {
            this.jdbc.queryForList("select code from desks where code = ? for update", held);
            Thread server = Thread.ofVirtual().start(() -> {
                this.check.check(held);
                this.check.check(other);
            });
            join(server);
        });
        await().until(() -> isWatched(other));
    }

    @Test
    void oneOfWhichCannotBeToldHoldsNoOtherUpAndIsTriedAgain() {
        String broken = this.deskbell.admin().desk(this.region);
        String other = this.deskbell.admin().desk(this.region);
        this.deskbell.browserOfDesk(broken);
        this.deskbell.browserOfDesk(other);
        ApplicationListener<PayloadApplicationEvent<DeskWentOffline>> refuses = ApplicationListener
            .forPayload((event) -> {
                if (event.desk().equals(broken)) {
                    throw new IllegalStateException("asked for by the test");
                }
            });
        this.context.addApplicationListener(refuses);
        try {
            due(broken);
            due(other);
            assertThat(this.guide.hearsNote("TEXT").path("contents").asString()).contains("(" + other + ")");
            this.monitor.sweep();
            assertThat(texts(this.guide.browser())).hasSize(1);
        }
        finally {
            this.context.removeApplicationListener(refuses);
        }
        this.monitor.sweep();
        assertThat(this.guide.hearsNote("TEXT").path("contents").asString()).contains("(" + broken + ")");
        assertThat(texts(this.guide.browser())).hasSize(2);
    }

    @Test
    void isCounted() {
        Kiosk kiosk = kiosk();
        double told = counted("offline");
        leave(kiosk);
        later(PATIENCE);
        this.guide.hearsNote("TEXT");
        assertThat(counted("offline")).isGreaterThan(told);
        this.monitor.reconcile();
        assertThat(this.meters.get("deskbell.desks.offline").gauge().value()).isPositive();
        double back = counted("back");
        comeBack(kiosk);
        this.guide.hearsNote("TEXT");
        assertThat(counted("back")).isGreaterThan(back);
    }

    private double counted(String change) {
        var counter = this.meters.find("deskbell.desks").tag("change", change).counter();
        return (counter != null) ? counter.count() : 0;
    }

    /**
     * The server's own look may have its row just now: then it is the one that finds it.
     */
    private void find(String desk) {
        this.monitor.reconcile();
        await().until(() -> isWatched(desk));
    }

    /** As another server left it: gone for long, and to be looked at. */
    private void due(String desk) {
        this.jdbc.update("update desks set offline_since = ?, offline_due_at = ? where code = ?",
                now().minusSeconds(120), now(), desk);
        this.monitor.sweep();
    }

    /** Of whose pairing and coming the guide has heard. */
    private Kiosk kiosk() {
        Kiosk kiosk = this.deskbell.kiosk(this.region);
        hears(kiosk, true);
        return kiosk;
    }

    private void leave(Kiosk kiosk) {
        this.lines.getOrDefault(kiosk.desk(), kiosk.line()).close();
        hears(kiosk, false);
    }

    private void comeBack(Kiosk kiosk) {
        this.lines.put(kiosk.desk(), StompConnection.open(kiosk.browser(), Transport.WEBSOCKET));
        hears(kiosk, true);
    }

    private void hears(Kiosk kiosk, boolean online) {
        this.guide.hears("DESK", (event) -> event.path("desk").asString().equals(kiosk.desk())
                && event.path("online").asBoolean() == online);
    }

    private void later(Duration time) {
        this.deskbell.clock().forward(time);
        this.monitor.sweep();
    }

    private void goTo(Instant moment) {
        later(Duration.between(this.deskbell.clock().instant(), moment));
    }

    /** Has the region open in five minutes, and until the end of the next day. */
    private Instant opensInFiveMinutes() {
        ZonedDateTime opens = this.deskbell.clock()
            .instant()
            .atZone(ZONE)
            .plusMinutes(6)
            .truncatedTo(ChronoUnit.MINUTES);
        this.deskbell.admin()
            .browser()
            .patch("/api/admin/regions/" + this.region,
                    Map.of("hours",
                            List.of(Map.of("day", day(opens), "from", opens.toLocalTime().toString(), "to", "24:00"),
                                    Map.of("day", day(opens.plusDays(1)), "from", "00:00", "to", "24:00"))))
            .is(200);
        return opens.toInstant();
    }

    private static String day(ZonedDateTime time) {
        return time.getDayOfWeek().name().substring(0, 3);
    }

    private OffsetDateTime now() {
        return this.deskbell.clock().instant().atOffset(ZoneOffset.UTC);
    }

    private Instant offlineSince(String desk) {
        OffsetDateTime since = this.jdbc.queryForObject("select offline_since from desks where code = ?",
                OffsetDateTime.class, desk);
        assertThat(since).isNotNull();
        return since.toInstant();
    }

    private boolean isWatched(String desk) {
        return this.jdbc.queryForList("""
                select code from desks where code = ?
                and (offline_since is not null or offline_due_at is not null or offline_told_at is not null)""", desk)
            .size() == 1;
    }

    private static List<String> texts(Browser browser) {
        return browser.get("/api/notes").is(200).each("contents");
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ex);
        }
    }

}

package io.deskbell.shared;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import io.deskbell.shared.database.SearchExecutor;
import io.deskbell.testing.Deskbell;
import io.deskbell.testing.DeskbellServer;
import io.deskbell.testing.Guide;
import io.deskbell.testing.Kiosk;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Nothing that is asked of the database keeps anybody else waiting. */
@DeskbellServer
@TestPropertySource(properties = { "deskbell.storage.statement-time-limit=1s", "deskbell.search.time-limit=2s",
        "deskbell.search.patience=100ms" })
public class TimeLimitIT {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @Autowired
    private Deskbell deskbell;

    @Autowired
    SearchExecutor searches;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private EntityManagerFactory entityManagers;

    @ParameterizedTest
    @ValueSource(strings = { "/api/admin/messages?q=nothing", "/api/admin/calls?q=nothing", "/api/admin/audit" })
    void searchesKeepNobodyButOtherSearchesWaiting(String search) throws InterruptedException {
        String region = this.deskbell.admin().region();
        Kiosk kiosk = this.deskbell.kiosk(region);
        Guide guide = this.deskbell.guide(region);
        String call = kiosk.talksWith(guide);
        CountDownLatch running = new CountDownLatch(2);
        CountDownLatch enough = new CountDownLatch(1);
        List<CompletableFuture<Integer>> busy = IntStream.range(0, 2)
            .mapToObj((i) -> CompletableFuture.supplyAsync(() -> this.searches.run((jdbc) -> {
                running.countDown();
                return heldUntil(enough, jdbc);
            }), this.threads))
            .toList();
        running.await();
        List<CompletableFuture<Integer>> refused = IntStream.range(0, 12)
            .mapToObj((i) -> CompletableFuture.supplyAsync(
                    () -> this.deskbell.admin().browser().get(search).isProblem(503, "UNAVAILABLE").status(),
                    this.threads))
            .toList();
        kiosk.say(call, "c-1", "still here");
        assertThat(guide.message().path("contents").asString()).isEqualTo("still here");
        this.deskbell.browserOf(this.deskbell.admin().guide()).get("/api/session").is(200);
        this.deskbell.browser().get("/actuator/health").is(200);
        refused.forEach(CompletableFuture::join);
        assertThat(busy).noneMatch(CompletableFuture::isDone);
        enough.countDown();
        busy.forEach(CompletableFuture::join);
        this.deskbell.admin().browser().get(search).is(200);
    }

    @Test
    void noStatementRunsWithoutEnd() {
        assertThatExceptionOfType(QueryTimeoutException.class)
            .isThrownBy(() -> this.jdbc.sql(muchTooLong()).query(Long.class).single());
        EntityManager entities = SharedEntityManagerCreator.createSharedEntityManager(this.entityManagers);
        assertThatThrownBy(() -> entities.createNativeQuery(muchTooLong(), Long.class).getSingleResult()).rootCause()
            .isInstanceOfSatisfying(SQLException.class, (cause) -> assertThat(cause.getSQLState()).isEqualTo("57014"));
    }

    @Test
    void aSearchThatTakesTooLongIsToldToBeNarrowed() {
        assertThatExceptionOfType(Refusal.class)
            .isThrownBy(() -> this.searches.run((search) -> search.sql(muchTooLong()).query(Long.class).single()))
            .satisfies((refusal) -> assertThat(refusal.getCode()).isEqualTo(ProblemCode.UNAVAILABLE))
            .withMessageContaining("Narrow it");
    }

    /** It ends by itself once it has failed the test. */
    String muchTooLong() {
        return "select count(*) from system_range(1, 1000000) a cross join system_range(1, 300) b";
    }

    private static int heldUntil(CountDownLatch enough, JdbcClient jdbc) {
        int one = jdbc.sql("select 1").query(Integer.class).single();
        try {
            enough.await();
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
        return one;
    }

}

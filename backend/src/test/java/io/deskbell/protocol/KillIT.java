package io.deskbell.protocol;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.deskbell.testing.Browser;
import io.deskbell.testing.BusyPair;
import io.deskbell.testing.Conversation;
import io.deskbell.testing.Deskbell;
import io.deskbell.testing.Guide;
import io.deskbell.testing.Kiosk;
import io.deskbell.testing.ServerProcess;
import io.deskbell.testing.ServerProcess.Program;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A server under load is killed again and again, at work, while it starts and while
 * everybody comes back; what it acknowledged is still there, once.
 */
@Order(2)
class KillIT {

    /** One of each kind; the profile {@code faults} has a hundred. */
    private static final int KILLS = Integer.getInteger("deskbell.kills", 3);

    /** From so many starts on it is quicker to rehearse one. */
    private static final int MANY_STARTS = 10;

    private static final int MOST_BETWEEN_KILLS = 300;

    /** What comes by itself does not come, however long a busy machine takes to start. */
    private static final String[] SETTINGS = { "--deskbell.limits.messages-per-second=0",
            "--deskbell.routing.guide-gone-after=30m", "--deskbell.routing.desk-gone-after=30m",
            "--deskbell.routing.reminder-after=31m", "--deskbell.routing.fallback-after=32m",
            "--deskbell.routing.admins-after=33m", "--deskbell.routing.missed-after=34m",
            "--logging.level.com.zaxxer.hikari=info", "--logging.level.org.flywaydb=info",
            "--logging.level.org.hibernate=info" };

    /**
     * What the log of a start says with {@link #SETTINGS}, from its beginning to its end.
     */
    private static final List<String> STEPS_OF_A_START = List.of("Starting DeskbellApplication",
            "Server initialized with port", "HikariPool-1 - Starting", "Start completed", "Successfully validated",
            "Processing PersistenceUnitInfo", "No JTA platform available", "started on port");

    private final Semaphore acknowledgements = new Semaphore(0);

    private volatile CompletableFuture<Integer> port = new CompletableFuture<>();

    private ServerProcess server;

    @TempDir
    private Path folder;

    @Test
    void nothingAcknowledgedIsLost() throws Exception {
        Program program = program();
        start(program);
        List<Conversation> talks = IntStream.range(0, 6).mapToObj((i) -> talk()).toList();
        List<BusyPair> busyPairs = IntStream.range(0, 2).mapToObj((i) -> busyPair()).toList();
        long seed = Long.getLong("deskbell.seed", System.nanoTime());
        System.out.println("KillIT: -Ddeskbell.seed=" + seed);
        Random random = new Random(seed);
        for (int i = 0; i < KILLS; i++) {
            kill(Moment.values()[i % Moment.values().length], program, random);
            start(program);
        }
        awaitAcknowledgements(MOST_BETWEEN_KILLS);
        for (Conversation conversation : talks) {
            conversation.finish();
        }
        for (BusyPair pair : busyPairs) {
            pair.finish();
        }
        Browser admin = deskbell().admin().browser();
        talks.forEach((conversation) -> conversation.verify(admin));
        busyPairs.forEach((pair) -> verify(pair, admin));
    }

    /**
     * Whoever a failure left behind learns that no server comes any more, instead of
     * trying for ever beside all other tests.
     */
    @AfterEach
    void stop() {
        this.port = CompletableFuture.failedFuture(new IllegalStateException("The test is over."));
        this.server.close();
    }

    private void start(Program program) throws Exception {
        this.server = program.start(SETTINGS);
        this.port.complete(this.server.port());
    }

    private Program program() throws Exception {
        Program program = ServerProcess.program(this.folder);
        return (KILLS < MANY_STARTS) ? program : program.rehearsed();
    }

    private void kill(Moment moment, Program program, Random random) throws Exception {
        awaitAcknowledgements((moment == Moment.COMING_BACK) ? 1 : 1 + random.nextInt(MOST_BETWEEN_KILLS));
        kill();
        if (moment == Moment.STARTING) {
            String step = STEPS_OF_A_START.get(random.nextInt(STEPS_OF_A_START.size()));
            this.server = program.startUntil(step, SETTINGS);
            this.server.awaitReached();
            this.server.close();
        }
    }

    /** Who loses the connection by it waits for the next server. */
    private void kill() {
        this.port = new CompletableFuture<>();
        this.server.close();
        this.acknowledgements.drainPermits();
    }

    private void awaitAcknowledgements(int count) throws InterruptedException {
        assertThat(this.acknowledgements.tryAcquire(count, 10, TimeUnit.MINUTES)).as("%s acknowledgements", count)
            .isTrue();
    }

    private int port() {
        return this.port.orTimeout(10, TimeUnit.MINUTES).join();
    }

    private Deskbell deskbell() {
        return Deskbell.at(port());
    }

    private Conversation talk() {
        Deskbell deskbell = deskbell();
        String region = deskbell.admin().region();
        Conversation conversation = Conversation.goesOn(deskbell.kiosk(region), deskbell.guide(region), this::port,
                this.acknowledgements::release);
        conversation.start();
        return conversation;
    }

    private BusyPair busyPair() {
        Deskbell deskbell = deskbell();
        String region = deskbell.admin().region();
        Kiosk kiosk = deskbell.kiosk(region);
        Guide guide = deskbell.guide(region);
        return new BusyPair(kiosk, guide, this::port, this.acknowledgements::release);
    }

    private static void verify(BusyPair pair, Browser admin) {
        assertThat(pair.faults()).isEmpty();
        assertThat(pair.losses()).isPositive();
        pair.calls().forEach((id, told) -> {
            JsonNode kept = admin.get("/api/calls/" + id).is(200).json();
            assertThat(kept.path("version").asLong()).isGreaterThanOrEqualTo(told.path("version").asLong());
            assertThat(kept.at("/guide/username")).isEqualTo(told.at("/guide/username"));
            assertThat(kept.path("state").asString()).isEqualTo("ENDED");
        });
        assertThat(pair.storedCalls(admin)).containsExactlyInAnyOrderElementsOf(pair.calls().keySet());
        List<JsonNode> notes = pair.storedNotes();
        assertThat(notes).extracting((note) -> note.path("id").asString()).containsAll(pair.notes());
        assertThat(notes).extracting((note) -> note.path("callId").asString())
            .containsExactlyInAnyOrderElementsOf(pair.calls().keySet());
    }

    /** When a server is killed. */
    private enum Moment {

        /** Amid messages and calls. */
        WORKING,
        /** At work, and the next one before it is up. */
        STARTING,
        /** With the first acknowledgement after a start, amid everybody's return. */
        COMING_BACK

    }

}

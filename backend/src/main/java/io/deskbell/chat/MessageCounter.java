package io.deskbell.chat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.deskbell.call.CallOver;
import io.deskbell.realtime.AfterPendingMessages;
import io.deskbell.realtime.Publisher;
import io.deskbell.shared.database.KeyRange;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;

import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps with each call that is over how many messages it has. They are counted after the
 * commit that ends the call and after all that was said before it, since until then more
 * may be stored; so the count can't be part of that commit. What a crash or another
 * server kept from being counted is counted by a sweep. A count only ever grows: a purge
 * takes nothing from it.
 */
@Slf4j
@Component
class MessageCounter implements SmartLifecycle {

    private static final int QUEUE = 4_000;

    private static final int GROUP = 100;

    /**
     * By then nobody stores anything in a call that is over: another server learns of the
     * end within a second, and stores what it has begun to.
     */
    private static final Duration SETTLED_AFTER = Duration.ofSeconds(30);

    private static final String UNCOUNTED = "select number, ended_at from calls where messages is null";

    private static final String ENDED = "select number from calls where ended_at >= :from and ended_at < :to";

    private static final String COUNT = "select count(*) from messages where id between :low and :high";

    private static final String KEEP = """
            update calls set messages = :count
            where number = :number and (messages is null or messages < :count)""";

    private final BatchWorker<Long> worker = new BatchWorker<>("deskbell-counter", new ArrayBlockingQueue<>(QUEUE),
            GROUP, (numbers) -> numbers.stream().distinct().forEach(this::count));

    private final AfterPendingMessages afterPending;

    private final Publisher publisher;

    private final JdbcClient jdbc;

    private final Clock clock;

    /** Calls that ended earlier were looked at by the sweep. */
    private Instant sweptUntil;

    MessageCounter(AfterPendingMessages afterPending, Publisher publisher, JdbcClient jdbc, Clock clock) {
        this.afterPending = afterPending;
        this.publisher = publisher;
        this.jdbc = jdbc;
        this.clock = clock;
        this.sweptUntil = clock.instant().minus(SETTLED_AFTER.multipliedBy(10));
    }

    @EventListener
    void on(CallOver call) {
        this.publisher.afterCommit(() -> this.afterPending.then(() -> this.worker.put(call.number())));
    }

    /**
     * Counts what was not counted, and once more what ended since the last sweep: another
     * server that did not know of an end may have stored a message after the count.
     */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        Instant settled = this.clock.instant().minus(SETTLED_AFTER);
        uncounted(settled).forEach(this::count);
        this.jdbc.sql(ENDED)
            .param("from", time(this.sweptUntil))
            .param("to", time(settled))
            .query(Long.class)
            .list()
            .forEach(this::count);
        this.sweptUntil = settled;
    }

    private List<Long> uncounted(Instant settled) {
        return this.jdbc.sql(UNCOUNTED)
            .query((row, number) -> new Uncounted(row.getLong(1), row.getObject(2, OffsetDateTime.class)))
            .list()
            .stream()
            .filter((call) -> call.endedAt() != null && call.endedAt().toInstant().isBefore(settled))
            .map(Uncounted::number)
            .toList();
    }

    private void count(long number) {
        try {
            KeyRange keys = MessageKey.of(new KeyRange(number, number));
            int count = this.jdbc.sql(COUNT)
                .param("low", keys.low())
                .param("high", keys.high())
                .query(Integer.class)
                .single();
            this.jdbc.sql(KEEP).param("count", count).param("number", number).update();
        }
        catch (RuntimeException ex) {
            log.warn("Failed to count the messages of the call with number {}; a sweep will", number, ex);
        }
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    @Override
    public void start() {
        this.worker.start();
    }

    @Override
    public void stop() {
        this.worker.stop();
    }

    @Override
    public boolean isRunning() {
        return this.worker.isRunning();
    }

    /** A call without a count; it is over where it has an end. */
    private record Uncounted(long number, @Nullable OffsetDateTime endedAt) {
    }

}

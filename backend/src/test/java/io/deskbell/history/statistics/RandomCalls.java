package io.deskbell.history.statistics;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Calls of all kinds at random times of a period, with the same seed always the same. */
final class RandomCalls {

    private static final List<String> LANGUAGES = List.of("ko", "en", "zh-TW");

    private final Random random;

    private final List<String> desks;

    private final Instant from;

    private final Instant to;

    RandomCalls(long seed, List<String> desks, Instant from, Instant to) {
        this.random = new Random(seed);
        this.desks = desks;
        this.from = from;
        this.to = to;
    }

    /** In the order of ringing, as their numbers are. */
    List<Row> make(int count) {
        long span = Duration.between(this.from, this.to).toMillis();
        return this.random.longs(count, 0, span)
            .sorted()
            .mapToObj((after) -> row(this.from.plusMillis(after)))
            .toList();
    }

    private Row row(Instant ringAt) {
        boolean accepted = this.random.nextInt(10) < 7;
        String state = accepted ? (this.random.nextInt(20) == 0 ? "MISSED" : "ENDED")
                : (this.random.nextBoolean() ? "MISSED" : "CANCELLED");
        Instant acceptedAt = accepted ? ringAt.plusMillis(this.random.nextInt(130) * 1_000L + this.random.nextInt(3))
                : null;
        Instant endedAt = ((acceptedAt != null) ? acceptedAt : ringAt).plusMillis(this.random.nextInt(600_000));
        Integer stars = (state.equals("ENDED") && this.random.nextBoolean()) ? 1 + this.random.nextInt(5) : null;
        String desk = this.desks.get(this.random.nextInt(this.desks.size()));
        return new Row(ringAt, acceptedAt, endedAt, state, stars, accepted ? this.random.nextInt(30) : 0, desk,
                accepted ? "guide." + this.random.nextInt(3) : null, LANGUAGES.get(this.random.nextInt(3)));
    }

    static void insert(JdbcClient jdbc, String region, List<Row> rows) {
        rows.forEach((row) -> jdbc.sql("""
                insert into calls (id, desk, region, request_id, language, state, guide, guide_name, ring_at,
                accepted_at, ended_at, stars, messages, on_duty, alerts_sent, alerts_seen, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 1, 1, 1)""")
            .params(Stream
                .of(UUID.randomUUID(), row.desk(), region, UUID.randomUUID().toString(), row.language(), row.state(),
                        row.guide(), row.guide(), row.ringAt().atOffset(ZoneOffset.UTC),
                        (row.acceptedAt() != null) ? row.acceptedAt().atOffset(ZoneOffset.UTC) : null,
                        row.endedAt().atOffset(ZoneOffset.UTC), row.stars(), row.messages())
                .toList())
            .update());
    }

    /** A call that is over. */
    record Row(Instant ringAt, @Nullable Instant acceptedAt, Instant endedAt, String state, @Nullable Integer stars,
            int messages, String desk, @Nullable String guide, String language) {
    }

}

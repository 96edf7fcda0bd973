package io.deskbell.testing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.springframework.jdbc.core.JdbcTemplate;

/** Calls that are over, with as much said in each as a test needs. */
public final class PastCalls {

    private static final int SEQ_BITS = 24;

    private final JdbcTemplate jdbc;

    private final String desk;

    private final String region;

    public PastCalls(JdbcTemplate jdbc, String desk, String region) {
        this.jdbc = jdbc;
        this.desk = desk;
        this.region = region;
    }

    /** So many calls, each with so many messages of this text. */
    public void add(int calls, int messagesEach, String text) {
        List<UUID> ids = IntStream.range(0, calls).mapToObj((i) -> UUID.randomUUID()).toList();
        Instant rang = Instant.now().minusSeconds(3_600);
        this.jdbc.batchUpdate("""
                insert into calls (id, desk, region, request_id, language, state, ring_at, ended_at, on_duty,
                alerts_sent, alerts_seen, version) values (?, ?, ?, ?, 'ko', 'MISSED', ?, ?, 0, 0, 0, 1)""",
                ids.stream()
                    .map((id) -> new Object[] { id, this.desk, this.region, id.toString(),
                            rang.atOffset(ZoneOffset.UTC), rang.plusSeconds(60).atOffset(ZoneOffset.UTC) })
                    .toList());
        for (UUID id : ids) {
            long number = this.jdbc.queryForObject("select number from calls where id = ?", Long.class, id);
            this.jdbc.batchUpdate("""
                    insert into messages (id, call_id, seq, client_id, username, display_name, contents, sent_at)
                    values (?, ?, ?, ?, ?, 'Desk', ?, ?)""",
                    IntStream.rangeClosed(1, messagesEach)
                        .mapToObj((seq) -> new Object[] { (number << SEQ_BITS) | seq, id, seq, "c-" + seq,
                                "desk:" + this.desk, text, rang.plusMillis(seq).atOffset(ZoneOffset.UTC) })
                        .toList());
        }
    }

}

package io.deskbell.note;

import java.sql.Savepoint;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.deskbell.note.InboxReadMarks.Mark;
import io.deskbell.shared.time.ClockJumped;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All notes, and their places in inboxes. */
@Repository
@RequiredArgsConstructor
class Notes {

    /*
     * Reads only the newest rows of each inbox. H2 uses an index for sorting only if the
     * order names the index columns from the first one on.
     */
    private static final String ALL = "select " + NoteRowMapper.COLUMNS + """
            from notes n where n.inbox = :inbox%1$d and n.number > :since%1$d and n.number < :before
            order by n.inbox, n.number desc limit :limit""";

    private static final String NOT_EXCEPTED = """
             and not exists (select 1 from note_reads r where r.username = :me and r.note_id = n.id)
            """;

    /* With a bare n.number H2 would choose the index on number. */
    private static final String ABOVE_MARK = "select " + NoteRowMapper.COLUMNS + """
            from notes n where n.inbox = :inbox%1$d and n.place > :readTo%1$d and n.number + 0 < :before"""
            + NOT_EXCEPTED + "order by n.inbox, n.place desc limit :limit";

    private static final String OPEN = "select " + NoteRowMapper.COLUMNS + """
            from notes n where n.open_inbox = :inbox%1$d and n.number > :since%1$d and n.number < :before"""
            + NOT_EXCEPTED + "order by n.number desc limit :limit";

    private static final String BELOW_MARK = "select " + NoteRowMapper.COLUMNS + """
            from note_reads r join notes n on n.id = r.note_id
            where r.username = :me and r.read_at is null and r.inbox = :inbox%1$d and n.number < :before
            order by n.number desc limit :limit""";

    static final String NEWEST_OF_DESK = "select " + NoteRowMapper.COLUMNS + """
            from notes n where n.from_desk = :desk and n.inbox = :inbox
            order by n.from_desk, n.inbox, n.number desc limit 1""";

    static final String NEWEST = "select number from notes where inbox = :inbox order by inbox, number desc limit 1";

    private final JdbcClient jdbc;

    private final JdbcOperations operations;

    private final JsonMapper mapper;

    private final NoteRowMapper rowMapper;

    /**
     * Allocates this many places of an inbox and returns the last one. The next caller
     * waits for this transaction to end, so that places are in commit order.
     */
    long takePlaces(String inbox, long many) {
        if (move(inbox, many) == 0) {
            createInbox(inbox);
            move(inbox, many);
        }
        return this.jdbc.sql("select last_place from inboxes where inbox = ?").param(inbox).query(Long.class).single();
    }

    private int move(String inbox, long many) {
        return this.jdbc.sql("update inboxes set last_place = last_place + ? where inbox = ?")
            .params(many, inbox)
            .update();
    }

    /** Creates the inbox's counter, unless another transaction has just done so. */
    private void createInbox(String inbox) {
        this.operations.execute((ConnectionCallback<@Nullable Void>) (connection) -> {
            Savepoint before = connection.setSavepoint();
            try {
                this.operations.update("insert into inboxes (inbox, last_place) values (?, 0)", inbox);
            }
            catch (DuplicateKeyException ex) {
                connection.rollback(before);
            }
            return null;
        });
    }

    /** The notes of these inboxes with numbers below {@code before}, newest first. */
    List<Note> list(String me, List<Mark> inboxes, boolean unreadOnly, long before, int limit) {
        return this.jdbc.sql(listing(inboxes.size(), unreadOnly))
            .params(listed(me, inboxes, before, limit))
            .query(this.rowMapper)
            .list();
    }

    static String listing(int inboxes, boolean unreadOnly) {
        List<String> parts = unreadOnly ? List.of(ABOVE_MARK, OPEN, BELOW_MARK) : List.of(ALL);
        return IntStream.range(0, inboxes)
            .boxed()
            .flatMap((inbox) -> parts.stream().map((part) -> part.formatted(inbox)))
            .collect(Collectors.joining(") page union all select * from (", "select * from (select * from (",
                    ") page) pages order by number desc limit :limit"));
    }

    static Map<String, Object> listed(String me, List<Mark> inboxes, long before, int limit) {
        Map<String, Object> params = new HashMap<>(Map.of("me", me, "before", before, "limit", limit));
        for (int i = 0; i < inboxes.size(); i++) {
            Mark mark = inboxes.get(i);
            params.put("inbox" + i, mark.inbox());
            params.put("since" + i, mark.since());
            params.put("readTo" + i, mark.readTo());
        }
        return params;
    }

    /** Stores it at this place of its inbox; an alert has none. */
    Note insert(Note note, @Nullable Long place) {
        String inbox = note.inbox();
        this.jdbc.sql("""
                insert into notes (id, kind, from_username, from_name, from_desk, to_username, to_region, call_id,
                inbox, place, open_inbox, times, event, contents, sent_at)
                values (:id, :kind, :username, :name, :desk, :toUsername, :toRegion, :call,
                :inbox, :place, :open, :times, :event, :contents, :sentAt)""")
            .param("id", note.id())
            .param("kind", note.kind().name())
            .param("username", note.from().username())
            .param("name", note.from().name())
            .param("desk", note.from().desk())
            .param("toUsername", note.to().username())
            .param("toRegion", note.to().region())
            .param("call", note.callId())
            .param("inbox", inbox)
            .param("place", place)
            .param("open", note.open() ? inbox : null)
            .param("times", note.times())
            .param("event", (note.event() != null) ? this.mapper.writeValueAsString(note.event()) : null)
            .param("contents", note.contents())
            .param("sentAt", note.sentAt().atOffset(ZoneOffset.UTC))
            .update();
        return note.at(place);
    }

    boolean exists(NoteKind kind, UUID callId, String contents) {
        return this.jdbc.sql("select count(*) from notes where call_id = ? and kind = ? and contents = ?")
            .params(callId, kind.name(), contents)
            .query(Integer.class)
            .single() > 0;
    }

    /** One note, locked, since it may be being settled concurrently. */
    Optional<Note> locked(UUID id) {
        return this.jdbc.sql("select " + NoteRowMapper.COLUMNS + " from notes n where n.id = ? for update")
            .param(id)
            .query(this.rowMapper)
            .optional();
    }

    /** The open alerts of a call, locked. */
    List<Note> open(UUID callId) {
        return this.jdbc
            .sql("select " + NoteRowMapper.COLUMNS
                    + " from notes n where n.call_id = ? and n.open_inbox is not null order by n.number for update")
            .param(callId)
            .query(this.rowMapper)
            .list();
    }

    /** Stores that an alert was settled, which makes it read for everybody. */
    void settle(Note note) {
        AlertOutcome outcome = Objects.requireNonNull(note.outcome());
        AlertOutcome.Guide guide = outcome.guide();
        this.jdbc.sql("""
                update notes set open_inbox = null, outcome = :outcome, outcome_guide = :guide, outcome_name = :name,
                settled_at = :at where id = :id""")
            .param("outcome", outcome.state().name())
            .param("guide", (guide != null) ? guide.username() : null)
            .param("name", (guide != null) ? guide.displayName() : null)
            .param("at", outcome.at().atOffset(ZoneOffset.UTC))
            .param("id", note.id())
            .update();
        this.jdbc.sql("delete from note_reads where note_id = ?").param(note.id()).update();
    }

    /** The newest note from a desk in an inbox. */
    Optional<Note> newestOf(String desk, String inbox) {
        return this.jdbc.sql(NEWEST_OF_DESK).param("desk", desk).param("inbox", inbox).query(this.rowMapper).optional();
    }

    /** Removes a note from its inbox, because a later note replaces it. */
    void fold(UUID id) {
        this.jdbc.sql("update notes set inbox = null where id = ?").param(id).update();
    }

    /** Shifts the times of the notes of these calls along with the clock. */
    void move(Collection<UUID> calls, ClockJumped clock) {
        this.jdbc
            .sql("update notes set sent_at = sent_at" + ClockJumped.LATER + ", settled_at = settled_at"
                    + ClockJumped.LATER + " where call_id in (:calls)")
            .param("seconds", clock.seconds())
            .param("calls", calls)
            .update();
    }

    /** The number of the newest note in an inbox, or 0. */
    long newest(String inbox) {
        return this.jdbc.sql(NEWEST).param("inbox", inbox).query(Long.class).optional().orElse(0L);
    }

}

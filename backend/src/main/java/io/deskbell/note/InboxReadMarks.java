package io.deskbell.note;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The place up to which each person has read each inbox, and the exceptions: notes above
 * the mark that are read, notes below it that are not, and open alerts that this person
 * has dealt with. Changes require the lock of the person's account.
 */
@Repository
@RequiredArgsConstructor
class InboxReadMarks {

    /**
     * Reads one row per inbox, the few exceptions and the open alerts, independent of the
     * number of notes.
     */
    static final String UNREAD = """
            select
            (select coalesce(sum(i.last_place - coalesce(m.read_to, 0)), 0) from inboxes i
            left join note_marks m on m.username = :me and m.inbox = i.inbox where i.inbox in (:inboxes))
            + (select coalesce(sum(case when r.read_at is null then 1 else -1 end), 0) from note_reads r
            where r.username = :me and r.place is not null and r.inbox in (:inboxes))
            + (select count(*) from notes n left join note_marks m on m.username = :me and m.inbox = n.open_inbox
            where n.open_inbox in (:inboxes) and n.number > coalesce(m.since_number, 0) and not exists
            (select 1 from note_reads r where r.username = :me and r.note_id = n.id))""";

    private final JdbcClient jdbc;

    /** How many notes in these inboxes this person has not read. */
    long unread(String me, Collection<String> inboxes) {
        return this.jdbc.sql(UNREAD).param("me", me).param("inboxes", inboxes).query(Long.class).single();
    }

    /** This person's marks, by inbox. */
    Map<String, Mark> of(String me, Collection<String> inboxes) {
        Map<String, Mark> kept = this.jdbc
            .sql("select inbox, since_number, read_to, read_at from note_marks where username = ?")
            .param(me)
            .query((row, number) -> new Mark(row.getString(1), row.getLong(2), row.getLong(3),
                    NoteRowMapper.time(row, "read_at")))
            .stream()
            .collect(Collectors.toMap(Mark::inbox, Function.identity()));
        return inboxes.stream()
            .collect(Collectors.toMap(Function.identity(),
                    (inbox) -> kept.getOrDefault(inbox, new Mark(inbox, 0, 0, null))));
    }

    /**
     * Which of these notes are exceptions for this person, and when each was read; empty
     * if unread.
     */
    Map<UUID, Optional<Instant>> exceptions(String me, Collection<UUID> notes) {
        if (notes.isEmpty()) {
            return Map.of();
        }
        return this.jdbc.sql("select note_id, read_at from note_reads where username = :me and note_id in (:notes)")
            .param("me", me)
            .param("notes", notes)
            .query((row, number) -> Map.entry(row.getObject(1, UUID.class),
                    Optional.ofNullable(NoteRowMapper.time(row, "read_at"))))
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Records that this person joins a region, whose earlier notes do not appear in this
     * person's inbox.
     */
    void join(String me, String inbox, long newest, Instant now) {
        begin(me, inbox, newest);
        readUpToNewest(me, inbox, now);
    }

    /** Marks everything in these inboxes as read. */
    void readAll(String me, Collection<String> inboxes, Instant now) {
        inboxes.forEach((inbox) -> {
            begin(me, inbox, 0);
            readUpToNewest(me, inbox, now);
            this.jdbc.sql("""
                    insert into note_reads (username, note_id, inbox, read_at) select :me, n.id, n.open_inbox, :now
                    from notes n where n.open_inbox = :inbox and not exists
                    (select 1 from note_reads r where r.username = :me and r.note_id = n.id)""")
                .param("me", me)
                .param("inbox", inbox)
                .param("now", time(now))
                .update();
        });
    }

    /** Marks one note as read; idempotent. */
    void read(String me, Note note, Instant now) {
        Long place = note.place();
        if (place == null) {
            if (note.open()) {
                addException(me, note, now);
            }
            return;
        }
        begin(me, note.inbox(), 0);
        if (removeException(me, note.id())) {
            move(me, note.inbox(), 0, now);
        }
        else if (place > readTo(me, note.inbox())) {
            addException(me, note, now);
            compact(me, note.inbox(), now);
        }
    }

    private void begin(String me, String inbox, long since) {
        this.jdbc.sql("""
                insert into note_marks (username, inbox, since_number, read_to) select :me, :inbox, :since, 0
                where not exists (select 1 from note_marks where username = :me and inbox = :inbox)""")
            .param("me", me)
            .param("inbox", inbox)
            .param("since", since)
            .update();
    }

    /**
     * Moves the mark to the newest committed note; later commits get higher places,
     * whenever their transaction began.
     */
    private void readUpToNewest(String me, String inbox, Instant now) {
        this.jdbc.sql("delete from note_reads where username = ? and inbox = ? and place is not null")
            .params(me, inbox)
            .update();
        this.jdbc.sql("""
                update note_marks set read_at = :now,
                read_to = coalesce((select i.last_place from inboxes i where i.inbox = :inbox), 0)
                where username = :me and inbox = :inbox""")
            .param("now", time(now))
            .param("me", me)
            .param("inbox", inbox)
            .update();
    }

    /**
     * Moves the mark up if fewer notes below it would be unread than are now read above
     * it; the unread ones become the exceptions.
     */
    private void compact(String me, String inbox, Instant now) {
        Above above = this.jdbc.sql("""
                select count(*), max(place) from note_reads
                where username = ? and inbox = ? and read_at is not null and place is not null""")
            .params(me, inbox)
            .query((row, number) -> new Above(row.getLong(1), row.getLong(2)))
            .single();
        long readTo = readTo(me, inbox);
        if (above.newest() - readTo - above.read() >= above.read()) {
            return;
        }
        this.jdbc.sql("""
                insert into note_reads (username, note_id, inbox, place) select :me, n.id, n.inbox, n.place from notes n
                where n.inbox = :inbox and n.place > :readTo and n.place < :newest and not exists
                (select 1 from note_reads r where r.username = :me and r.note_id = n.id)""")
            .param("me", me)
            .param("inbox", inbox)
            .param("readTo", readTo)
            .param("newest", above.newest())
            .update();
        this.jdbc.sql("""
                delete from note_reads
                where username = ? and inbox = ? and read_at is not null and place is not null""")
            .params(me, inbox)
            .update();
        move(me, inbox, above.newest(), now);
    }

    private long readTo(String me, String inbox) {
        return this.jdbc.sql("select read_to from note_marks where username = ? and inbox = ?")
            .params(me, inbox)
            .query(Long.class)
            .single();
    }

    private void move(String me, String inbox, long readTo, Instant now) {
        this.jdbc
            .sql("update note_marks set read_to = greatest(read_to, ?), read_at = ? where username = ? and inbox = ?")
            .params(readTo, time(now), me, inbox)
            .update();
    }

    private void addException(String me, Note note, Instant now) {
        this.jdbc.sql("""
                insert into note_reads (username, note_id, inbox, place, read_at)
                select :me, n.id, n.inbox, n.place, :now from notes n where n.id = :note and not exists
                (select 1 from note_reads r where r.username = :me and r.note_id = n.id)""")
            .param("me", me)
            .param("note", note.id())
            .param("now", time(now))
            .update();
    }

    /** Removes an exception; returns whether there was one below the mark. */
    private boolean removeException(String me, UUID note) {
        return this.jdbc.sql("delete from note_reads where username = ? and note_id = ? and read_at is null")
            .params(me, note)
            .update() > 0;
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /**
     * How far a person has read an inbox.
     *
     * @param since the number of the newest note that is not for this person
     */
    record Mark(String inbox, long since, long readTo, @Nullable Instant readAt) {

        /** When this note was read according to the mark alone. */
        @Nullable Instant readAt(Note note) {
            Long place = note.place();
            if (place == null) {
                return note.settledAt();
            }
            return (place <= this.readTo) ? (this.readAt != null) ? this.readAt : note.sentAt() : null;
        }

    }

    /** The notes read above a mark. */
    private record Above(long read, long newest) {
    }

}

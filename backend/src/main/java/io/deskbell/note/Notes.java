package io.deskbell.note;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/**
 * All notes, and one person's view of them: those to the person, and to the person's
 * regions since joining.
 */
interface Notes extends JpaRepository<Note, UUID> {

    boolean existsByCallIdAndKindAndContents(UUID callId, NoteKind kind, String contents);

    /** The condition that a note is in somebody's inbox. */
    String MINE = " (n.toUsername = :me or (n.toRegion in :regions and n.sentAt >= :since)) ";

    /** The condition that somebody has not read it. */
    String UNREAD = " not exists (select 1 from NoteRead x where x.noteId = n.id and x.username = :me) ";

    @Query("select new io.deskbell.note.Notes$Line(n, r.readAt) from Note n"
            + " left join NoteRead r on r.noteId = n.id and r.username = :me where" + MINE
            + "and (:unreadOnly = false or r.readAt is null)"
            + " and (n.sentAt < :before or (n.sentAt = :before and n.id < :id)) order by n.sentAt desc, n.id desc")
    List<Line> findMine(String me, Collection<String> regions, Instant since, boolean unreadOnly, Instant before,
            UUID id, Limit limit);

    @Query("select count(n) from Note n where" + MINE + "and" + UNREAD)
    long countUnread(String me, Collection<String> regions, Instant since);

    @Query("select count(n) > 0 from Note n where n.id = :id and" + MINE)
    boolean isMine(UUID id, String me, Collection<String> regions, Instant since);

    @Modifying
    @Query("insert into NoteRead (noteId, username, readAt) select n.id, :me, :now from Note n where n.id = :id and"
            + UNREAD)
    void markRead(UUID id, String me, Instant now);

    @Modifying
    @Query("insert into NoteRead (noteId, username, readAt) select n.id, :me, :now from Note n where" + MINE + "and"
            + UNREAD)
    void markAllRead(String me, Collection<String> regions, Instant since, Instant now);

    /** A note, and when the one who asks read it. */
    record Line(Note note, @Nullable Instant readAt) {
    }

}

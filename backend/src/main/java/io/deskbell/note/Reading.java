package io.deskbell.note;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.deskbell.account.Account;
import io.deskbell.account.People;
import io.deskbell.note.Notes.Line;
import io.deskbell.shared.Caller;
import io.deskbell.shared.Cursor;
import io.deskbell.shared.Ids;
import io.deskbell.shared.Page;
import io.deskbell.shared.PageQuery;
import io.deskbell.shared.Refusal;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What one person has in the inbox, and has read of it. */
@Component
@RequiredArgsConstructor
@Transactional
public class Reading {

    /** Later than any note. */
    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

    private final Notes notes;

    private final People people;

    private final Clock clock;

    /** Newest first. */
    @Transactional(readOnly = true)
    public InboxPage list(Caller caller, boolean unreadOnly, PageQuery page) {
        Reader reader = reader(caller);
        Cursor after = page.after(2);
        Instant before = (after != null) ? after.time(0) : END_OF_TIME;
        UUID id = (after != null) ? after.parsed(1, UUID::fromString) : new UUID(0, 0);
        List<Line> lines = this.notes.findMine(reader.username(), reader.regions(), reader.since(), unreadOnly, before,
                id, Limit.of(page.size() + 1));
        Page<NoteView> found = Page.of(lines, page.size(),
                (line) -> Cursor.after(line.note().getSentAt(), line.note().getId()),
                (line) -> NoteView.of(line.note(), line.readAt()));
        long unread = this.notes.countUnread(reader.username(), reader.regions(), reader.since());
        return new InboxPage(found.items(), found.next(), unread);
    }

    /** How many this person has not read. */
    @Transactional(readOnly = true)
    public long unread(Caller caller) {
        Reader reader = reader(caller);
        return this.notes.countUnread(reader.username(), reader.regions(), reader.since());
    }

    /** Marks one note read by this person. */
    public void read(Caller caller, String id) {
        Reader reader = lockedReader(caller);
        UUID note = Ids.parse(id)
            .filter((found) -> this.notes.isMine(found, reader.username(), reader.regions(), reader.since()))
            .orElseThrow(Refusal::notFound);
        this.notes.markRead(note, reader.username(), this.clock.instant());
    }

    /** Marks everything in this person's inbox read. */
    public void readAll(Caller caller) {
        Reader reader = lockedReader(caller);
        this.notes.markAllRead(reader.username(), reader.regions(), reader.since(), this.clock.instant());
    }

    /**
     * One person marks notes in one transaction at a time, so that none is marked twice.
     */
    private Reader lockedReader(Caller caller) {
        this.people.locked(caller.username());
        return reader(caller);
    }

    private Reader reader(Caller caller) {
        Instant since = this.people.enabled(caller.username())
            .map(Account::getCreatedAt)
            .orElseThrow(Refusal::notFound);
        return new Reader(caller.username(), this.people.regionsOf(caller), since);
    }

    private record Reader(String username, Set<String> regions, Instant since) {
    }

    /**
     * A page of the inbox.
     *
     * @param unread how many are unread in all
     */
    public record InboxPage(List<NoteView> items, @Nullable String next, long unread) {
    }

}

package io.deskbell.note;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.deskbell.account.RegionsJoined;
import io.deskbell.account.UserDirectory;
import io.deskbell.note.InboxReadMarks.Mark;
import io.deskbell.realtime.PersonalQueue;
import io.deskbell.realtime.Publisher;
import io.deskbell.shared.Caller;
import io.deskbell.shared.Cursor;
import io.deskbell.shared.Ids;
import io.deskbell.shared.Page;
import io.deskbell.shared.PageQuery;
import io.deskbell.shared.Refusal;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The inbox of a person: notes to the person and, since joining, to the regions the
 * person serves; and which of them are read.
 */
@Component
@RequiredArgsConstructor
@Transactional
public class InboxService {

    private final Notes notes;

    private final InboxReadMarks marks;

    private final NoteNames names;

    private final UserDirectory users;

    private final Publisher publisher;

    private final Clock clock;

    /** Newest first. */
    @Transactional(readOnly = true)
    public InboxPage list(Caller caller, boolean unreadOnly, PageQuery page) {
        Set<String> inboxes = inboxesOf(caller);
        Cursor after = page.after(1);
        Map<String, Mark> read = this.marks.of(caller.username(), inboxes);
        List<Note> found = this.notes.list(caller.username(), List.copyOf(read.values()), unreadOnly,
                (after != null) ? after.number(0) : Long.MAX_VALUE, page.size() + 1);
        Map<UUID, Optional<Instant>> exceptions = this.marks.exceptions(caller.username(),
                found.stream().map(Note::id).toList());
        Page<NoteView> shown = Page.of(found, page.size(), (note) -> Cursor.after(note.number()), (note) -> {
            Optional<Instant> exception = exceptions.get(note.id());
            return this.names
                .with(NoteView.of(note, (exception != null) ? exception.orElse(null) : readAt(read, note)));
        });
        return new InboxPage(shown.items(), shown.next(), this.marks.unread(caller.username(), inboxes));
    }

    private static @Nullable Instant readAt(Map<String, Mark> marks, Note note) {
        Mark mark = marks.get(note.inbox());
        return (mark != null) ? mark.readAt(note) : null;
    }

    /** How many notes this person has not read. */
    @Transactional(readOnly = true)
    public long unread(Caller caller) {
        return this.marks.unread(caller.username(), inboxesOf(caller));
    }

    /** Marks one note read by this person. */
    public void read(Caller caller, String id) {
        this.users.locked(caller.username());
        Set<String> inboxes = inboxesOf(caller);
        Note note = Ids.parse(id)
            .flatMap(this.notes::locked)
            .filter((found) -> isIn(inboxes, caller, found))
            .orElseThrow(Refusal::notFound);
        this.marks.read(caller.username(), note, this.clock.instant());
    }

    private boolean isIn(Set<String> inboxes, Caller caller, Note note) {
        Mark mark = this.marks.of(caller.username(), inboxes).get(note.inbox());
        return mark != null && note.number() > mark.since();
    }

    /** Marks everything in this person's inbox read. */
    public void readAll(Caller caller) {
        this.users.locked(caller.username());
        this.marks.readAll(caller.username(), inboxesOf(caller), this.clock.instant());
    }

    /** Marks the alerts of a call as read by the person who acted on them. */
    public void acted(Caller caller, UUID callId) {
        this.users.locked(caller.username());
        Set<String> inboxes = inboxesOf(caller);
        Instant now = this.clock.instant();
        this.notes.open(callId).stream().filter((note) -> inboxes.contains(note.inbox())).forEach((note) -> {
            this.marks.read(caller.username(), note, now);
            this.publisher.toUser(caller.username(), PersonalQueue.NOTES, this.names.with(NoteView.of(note, now)));
        });
    }

    /** Hides notes sent to a region before the person joined it. */
    @EventListener
    public void on(RegionsJoined event) {
        event.regions()
            .stream()
            .map(NoteView.To::inboxOf)
            .forEach((inbox) -> this.marks.join(event.username(), inbox, this.notes.newest(inbox),
                    this.clock.instant()));
    }

    private Set<String> inboxesOf(Caller caller) {
        if (this.users.enabled(caller.username()).isEmpty()) {
            throw Refusal.notFound();
        }
        return Stream
            .concat(Stream.of(caller.username()), this.users.regionsOf(caller).stream().map(NoteView.To::inboxOf))
            .collect(Collectors.toSet());
    }

    /**
     * A page of the inbox.
     *
     * @param unread how many are unread in total
     */
    public record InboxPage(List<NoteView> items, @Nullable String next, long unread) {
    }

}

package io.deskbell.note;

import java.time.Clock;
import java.util.UUID;

import io.deskbell.account.People;
import io.deskbell.realtime.Publisher;
import io.deskbell.realtime.Queue;
import io.deskbell.region.Directory;
import io.deskbell.shared.Caller;
import io.deskbell.shared.Ids;
import io.deskbell.shared.Refusal;
import io.deskbell.shared.Role;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts notes into inboxes; those who may read them hear of it once it is committed. */
@Component
@RequiredArgsConstructor
@Transactional
public class Inbox {

    private final Notes notes;

    private final People people;

    private final Directory directory;

    private final Publisher publisher;

    private final Ids ids;

    private final Clock clock;

    /**
     * Keeps a note in the running transaction: it is there exactly if what it tells of
     * is.
     */
    public NoteView put(NewNote note) {
        Note kept = this.notes.save(new Note(this.ids.next(), note, this.clock.instant()));
        NoteView view = NoteView.of(kept, null);
        String region = kept.getToRegion();
        if (region != null) {
            this.publisher.toRegion(region, new RegionNote(view));
        }
        else if (kept.getToUsername() != null) {
            this.publisher.toUser(kept.getToUsername(), Queue.NOTES, view);
        }
        return view;
    }

    /** Whether there is a note of this kind about a call with this text. */
    @Transactional(readOnly = true)
    public boolean has(NoteKind kind, UUID callId, String contents) {
        return this.notes.existsByCallIdAndKindAndContents(callId, kind, contents);
    }

    /**
     * A text from a colleague, who has read it by writing it.
     * @throws Refusal {@code INVALID_REQUEST} where nobody the sender may write to is
     * addressed
     */
    public NoteView write(Caller from, NoteView.To to, String contents) {
        if (to.username() != null) {
            if (this.people.enabled(to.username()).isEmpty()) {
                throw Refusal.invalid("to.username", "nobody has this username");
            }
        }
        else {
            checkRegion(from, to.region());
        }
        NoteView note = put(NewNote.text(from, to, contents));
        this.notes.flush();
        this.notes.markRead(note.id(), from.username(), note.sendDate());
        return note;
    }

    private void checkRegion(Caller from, @Nullable String region) {
        boolean own = from.is(Role.ADMIN) || this.people.regionsOf(from).contains(String.valueOf(region));
        if (region == null || !own || this.directory.region(region).isEmpty()) {
            throw Refusal.invalid("to.region", "not a region you may write to");
        }
    }

    /** The region's topic: a note to the region. */
    record RegionNote(String type, NoteView note) {

        RegionNote(NoteView note) {
            this("NOTE", note);
        }

    }

}

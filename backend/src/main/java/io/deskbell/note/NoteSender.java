package io.deskbell.note;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.deskbell.account.UserDirectory;
import io.deskbell.realtime.PersonalQueue;
import io.deskbell.realtime.Publisher;
import io.deskbell.region.RegionDirectory;
import io.deskbell.shared.Caller;
import io.deskbell.shared.Ids;
import io.deskbell.shared.Refusal;
import io.deskbell.shared.Role;
import io.deskbell.shared.time.ClockJumped;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Stores notes in inboxes and publishes them after the commit. */
@Component
@RequiredArgsConstructor
@Transactional
public class NoteSender {

    /**
     * A press within this time of a cancelled call is assumed to be by the same visitor.
     */
    private static final Duration FOLDED_WITHIN = Duration.ofMinutes(10);

    private final Notes notes;

    private final PendingNotes pending;

    private final NoteNames names;

    private final UserDirectory users;

    private final RegionDirectory directory;

    private final Publisher publisher;

    private final Ids ids;

    private final Clock clock;

    /**
     * Stores a note in the running transaction, together with the event it reports. If
     * the desk's last call was cancelled right before, one note replaces both.
     */
    public NoteView put(NewNote note) {
        Optional<Note> folded = cancelledBefore(note);
        folded.ifPresent((earlier) -> this.notes.fold(earlier.id()));
        int times = folded.map((earlier) -> earlier.times() + 1).orElse(1);
        return put(Note.of(this.ids.next(), note, times, this.clock.instant()), folded.map(Note::id).orElse(null),
                null);
    }

    private Optional<Note> cancelledBefore(NewNote note) {
        if (note.kind() != NoteKind.CALL || note.from().desk() == null) {
            return Optional.empty();
        }
        Instant now = this.clock.instant();
        return this.notes.newestOf(note.from().desk(), note.to().inbox()).filter((earlier) -> {
            AlertOutcome outcome = earlier.outcome();
            return outcome != null && outcome.state() == AlertOutcome.State.CANCELLED
                    && Duration.between(outcome.at(), now).abs().compareTo(FOLDED_WITHIN) < 0;
        });
    }

    private NoteView put(Note note, @Nullable UUID replaced, @Nullable String reader) {
        this.pending.add(note, reader);
        NoteView view = this.names.with(NoteView.of(note, null)).inPlaceOf(replaced);
        String region = note.to().region();
        if (region != null) {
            this.publisher.toRegion(region, new RegionNote(view));
        }
        else if (note.to().username() != null) {
            this.publisher.toUser(note.to().username(), PersonalQueue.NOTES, view);
        }
        return view;
    }

    /**
     * Settles these alerts of a call: they become read for everybody and show the
     * outcome.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(UUID callId, Set<NoteEvent.Type> alerts, AlertOutcome outcome) {
        this.notes.open(callId).stream().filter((note) -> alerts.contains(note.eventType())).forEach((note) -> {
            AlertOutcome how = outcome.seenBy(note.from().username());
            Note settled = note.settled(how);
            this.notes.settle(settled);
            if (settled.to().region() != null) {
                this.publisher.toRegion(settled.to().region(), new Settled(settled.id(), callId, how));
            }
            else {
                this.publisher.toUser(settled.inbox(), PersonalQueue.NOTES,
                        this.names.with(NoteView.of(settled, how.at())));
            }
        });
    }

    /** Shifts the times in the notes of these calls along with the clock. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void move(Collection<UUID> calls, ClockJumped clock) {
        this.notes.move(calls, clock);
    }

    /** Whether there is a note of this kind about a call with this text. */
    @Transactional(readOnly = true)
    public boolean has(NoteKind kind, UUID callId, String contents) {
        return this.notes.exists(kind, callId, contents);
    }

    /**
     * Stores a text from a colleague; the sender's own copy counts as read.
     * @throws Refusal {@code INVALID_REQUEST} if the sender may not write to the
     * recipient
     */
    public NoteView write(Caller from, NoteView.To to, String contents) {
        if (to.username() != null) {
            if (this.users.enabled(to.username()).isEmpty()) {
                throw Refusal.invalid("to.username", "nobody has this username");
            }
        }
        else {
            checkRegion(from, to.region());
        }
        boolean own = from.username().equals(to.username())
                || (to.region() != null && this.users.regionsOf(from).contains(to.region()));
        if (own) {
            this.users.locked(from.username());
        }
        return put(Note.of(this.ids.next(), NewNote.text(from, to, contents), 1, this.clock.instant()), null,
                own ? from.username() : null);
    }

    private void checkRegion(Caller from, @Nullable String region) {
        boolean allowed = region != null && (from.is(Role.ADMIN) || this.users.regionsOf(from).contains(region))
                && this.directory.region(region).isPresent();
        if (!allowed) {
            throw Refusal.invalid("to.region", "not a region you may write to");
        }
    }

    /** Published to the region's topic: a note to the region was settled. */
    record Settled(String type, UUID id, UUID callId, AlertOutcome outcome) {

        Settled(UUID id, UUID callId, AlertOutcome outcome) {
            this("SETTLED", id, callId, outcome);
        }

    }

    /** Published to the region's topic: a note to the region. */
    record RegionNote(String type, NoteView note) {

        RegionNote(NoteView note) {
            this("NOTE", note);
        }

    }

}

package io.deskbell.note;

import java.time.Instant;
import java.util.UUID;

import io.deskbell.note.NewNote.Sender;
import org.jspecify.annotations.Nullable;

/**
 * A short memo to one person or to all guides of a region. An alert (a call that rings or
 * is transferred) stays unread until it is settled; every other note has a place in its
 * inbox and is unread until its reader marks it read.
 *
 * @param number in the order in which notes were stored
 * @param place 1, 2, 3 … in its inbox; null for an alert
 * @param open whether an alert is not settled yet
 * @param outcome how an alert was settled
 * @param settledAt when an alert was settled
 * @param times how often the desk had called, including calls cancelled right before
 */
record Note(UUID id, long number, NoteKind kind, Sender from, NoteView.To to, @Nullable UUID callId,
        @Nullable NoteEvent event, String contents, Instant sentAt, @Nullable Long place, boolean open,
        @Nullable AlertOutcome outcome, @Nullable Instant settledAt, int times) {

    /** A note that is not stored yet and has neither number nor place. */
    static Note of(UUID id, NewNote note, int times, Instant now) {
        return new Note(id, 0, note.kind(), note.from(), note.to(), note.callId(), note.event(), note.contents(), now,
                null, note.kind().isAlert(), null, null, times);
    }

    Note at(@Nullable Long given) {
        return new Note(this.id, this.number, this.kind, this.from, this.to, this.callId, this.event, this.contents,
                this.sentAt, given, this.open, this.outcome, this.settledAt, this.times);
    }

    Note settled(AlertOutcome how) {
        return new Note(this.id, this.number, this.kind, this.from, this.to, this.callId, this.event, this.contents,
                this.sentAt, this.place, false, how, how.at(), this.times);
    }

    /** The inbox it belongs to. */
    String inbox() {
        return this.to.inbox();
    }

    /**
     * The type of its event; notes stored before events existed derive it from their
     * kind.
     */
    NoteEvent.@Nullable Type eventType() {
        if (this.event != null) {
            return this.event.type();
        }
        return switch (this.kind) {
            case CALL -> NoteEvent.Type.CALL_RANG;
            case TRANSFER ->
                (this.from.username() != null) ? NoteEvent.Type.CALL_HANDED_ON : NoteEvent.Type.CALL_RETURNED;
            default -> null;
        };
    }

}

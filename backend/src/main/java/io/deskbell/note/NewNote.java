package io.deskbell.note;

import java.util.UUID;

import io.deskbell.shared.Caller;
import io.deskbell.shared.Role;
import org.jspecify.annotations.Nullable;

/** A note to be put into the inbox. */
public record NewNote(NoteKind kind, Sender from, NoteView.To to, @Nullable UUID callId, String contents) {

    /** A desk's, about a call of it. */
    public static NewNote fromDesk(NoteKind kind, String desk, String name, NoteView.To to, UUID callId,
            String contents) {
        return new NewNote(kind, new Sender(null, name, desk), to, callId, contents);
    }

    /** A guide's, who hands a call on. */
    public static NewNote handingOn(Caller from, NoteView.To to, UUID callId, String contents) {
        return new NewNote(NoteKind.TRANSFER, new Sender(from.username(), from.displayName(), null), to, callId,
                contents);
    }

    /** Deskbell's own, to a guide whose call came back. */
    public static NewNote cameBack(String username, UUID callId, String contents) {
        return new NewNote(NoteKind.TRANSFER, new Sender(null, null, null), NoteView.To.person(username), callId,
                contents);
    }

    /** Deskbell's own to one person. */
    public static NewNote fromDeskbell(String username, String contents) {
        return fromDeskbell(NoteView.To.person(username), contents);
    }

    /** Deskbell's own, in every language that its readers may have. */
    public static NewNote fromDeskbell(NoteView.To to, String contents) {
        return new NewNote(NoteKind.TEXT, new Sender(null, null, null), to, null, contents);
    }

    static NewNote text(Caller from, NoteView.To to, String contents) {
        Sender sender = from.is(Role.DESK) ? new Sender(null, from.displayName(), from.deskCode())
                : new Sender(from.username(), from.displayName(), null);
        return new NewNote(NoteKind.TEXT, sender, to, null, contents);
    }

    /** Who wrote it: a person, a desk, or Deskbell itself where all is null. */
    public record Sender(@Nullable String username, @Nullable String name, @Nullable String desk) {
    }

}

package io.deskbell.note;

import java.util.UUID;

import io.deskbell.region.CodeAndName;
import io.deskbell.shared.Caller;
import io.deskbell.shared.Role;
import org.jspecify.annotations.Nullable;

/**
 * A note to be stored in an inbox.
 *
 * @param event what happened; null for text written by people
 */
public record NewNote(NoteKind kind, Sender from, NoteView.To to, @Nullable UUID callId, @Nullable NoteEvent event,
        String contents) {

    /** From a desk, about one of its calls. */
    public static NewNote ofCall(NoteKind kind, NoteView.To to, UUID callId, NoteEvent.Type type, CodeAndName desk,
            CodeAndName region) {
        NoteEvent event = NoteEvent.ofCall(type, desk, region);
        return new NewNote(kind, Sender.desk(desk), to, callId, event, NoteTexts.of(event));
    }

    /** A message that the visitor of a call left. */
    public static NewNote left(CodeAndName desk, NoteView.To to, UUID callId, String contents) {
        return new NewNote(NoteKind.LEFT, Sender.desk(desk), to, callId, null, contents);
    }

    /** From a guide who transfers a call. */
    public static NewNote transfer(Caller from, NoteView.To to, UUID callId, CodeAndName desk,
            @Nullable String reason) {
        NoteEvent event = NoteEvent.transferred(desk, reason);
        return new NewNote(NoteKind.TRANSFER, Sender.person(from), to, callId, event, NoteTexts.of(event));
    }

    /** From Deskbell, to a guide whose transferred call was returned. */
    public static NewNote cameBack(String username, UUID callId, CodeAndName desk) {
        NoteEvent event = NoteEvent.ofCall(NoteEvent.Type.CALL_RETURNED, desk, null);
        return new NewNote(NoteKind.TRANSFER, Sender.DESKBELL, NoteView.To.person(username), callId, event,
                NoteTexts.of(event));
    }

    /** From Deskbell, to one person. */
    public static NewNote fromDeskbell(String username, NoteEvent event) {
        return fromDeskbell(NoteView.To.person(username), event);
    }

    /** From Deskbell. */
    public static NewNote fromDeskbell(NoteView.To to, NoteEvent event) {
        return new NewNote(NoteKind.TEXT, Sender.DESKBELL, to, null, event, NoteTexts.of(event));
    }

    static NewNote text(Caller from, NoteView.To to, String contents) {
        Sender sender = from.is(Role.DESK) ? Sender.desk(new CodeAndName(from.deskCode(), from.displayName()))
                : Sender.person(from);
        return new NewNote(NoteKind.TEXT, sender, to, null, null, contents);
    }

    /** Who wrote it: a person, a desk, or Deskbell itself if all fields are null. */
    public record Sender(@Nullable String username, @Nullable String name, @Nullable String desk) {

        static final Sender DESKBELL = new Sender(null, null, null);

        static Sender desk(CodeAndName desk) {
            return new Sender(null, desk.name(), desk.code());
        }

        static Sender person(Caller caller) {
            return new Sender(caller.username(), caller.displayName(), null);
        }

    }

}

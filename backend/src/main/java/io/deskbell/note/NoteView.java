package io.deskbell.note;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.deskbell.region.Named;
import org.jspecify.annotations.Nullable;

/**
 * A note as its reader sees it.
 *
 * @param from null for Deskbell itself
 * @param readAt when this reader read it
 */
public record NoteView(UUID id, NoteKind kind, @Nullable From from, To to, @Nullable UUID callId, String contents,
        Instant sendDate, @Nullable Instant readAt) {

    static NoteView of(Note note, @Nullable Instant readAt) {
        return new NoteView(note.getId(), note.getKind(), From.of(note),
                new To(note.getToUsername(), note.getToRegion()), note.getCallId(), note.getContents(),
                note.getSentAt(), readAt);
    }

    /** A person or a desk. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record From(@Nullable String username, @Nullable String displayName, @Nullable Named desk) {

        static @Nullable From of(Note note) {
            String name = (note.getFromName() != null) ? note.getFromName() : "";
            if (note.getFromDesk() != null) {
                return new From(null, null, new Named(note.getFromDesk(), name));
            }
            return (note.getFromUsername() != null) ? new From(note.getFromUsername(), name, null) : null;
        }

    }

    /** A person or a region. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record To(@Nullable String username, @Nullable String region) {

        public static To region(String code) {
            return new To(null, code);
        }

        public static To person(String username) {
            return new To(username, null);
        }

    }

}

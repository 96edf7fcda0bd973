package io.deskbell.note;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.deskbell.region.CodeAndName;
import io.deskbell.region.RegionForm;
import io.deskbell.shared.text.Username;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A note as its reader sees it.
 *
 * @param from the sender, null for Deskbell itself
 * @param readAt when this reader read it, or when the alert was settled
 * @param event what happened, for pages to render; null for text written by people
 * @param outcome how an alert was settled; null while it is open
 * @param times how often the desk had called, including calls cancelled right before
 * @param replaces the note it replaces, about a call cancelled right before
 */
public record NoteView(UUID id, NoteKind kind, @Nullable From from, To to, @Nullable UUID callId, String contents,
        Instant sendDate, @Nullable Instant readAt, @Nullable NoteEvent event, @Nullable AlertOutcome outcome,
        int times, @Nullable UUID replaces) {

    static NoteView of(Note note, @Nullable Instant readAt) {
        return new NoteView(note.id(), note.kind(), From.of(note.from()), note.to(), note.callId(), note.contents(),
                note.sentAt(), readAt, note.event(), note.outcome(), note.times(), null);
    }

    NoteView inPlaceOf(@Nullable UUID earlier) {
        return new NoteView(this.id, this.kind, this.from, this.to, this.callId, this.contents, this.sendDate,
                this.readAt, this.event, this.outcome, this.times, earlier);
    }

    /** The note with current names of its desk and region. */
    NoteView named(UnaryOperator<CodeAndName> desks, UnaryOperator<CodeAndName> regions) {
        From sender = (this.from != null && this.from.desk() != null)
                ? new From(null, null, desks.apply(this.from.desk())) : this.from;
        NoteEvent told = (this.event != null) ? this.event.named(desks, regions) : null;
        return new NoteView(this.id, this.kind, sender, this.to, this.callId, this.contents, this.sendDate, this.readAt,
                told, this.outcome, this.times, this.replaces);
    }

    /** A person or a desk. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record From(@Nullable String username, @Nullable String displayName, @Nullable CodeAndName desk) {

        static @Nullable From of(NewNote.Sender sender) {
            String name = (sender.name() != null) ? sender.name() : "";
            if (sender.desk() != null) {
                return new From(null, null, new CodeAndName(sender.desk(), name));
            }
            return (sender.username() != null) ? new From(sender.username(), name, null) : null;
        }

    }

    /** A person or a region. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record To(@Nullable @Pattern(regexp = Username.PATTERN) String username,
            @Nullable @Pattern(regexp = RegionForm.CODE) String region) {

        public To {
            username = Username.foldedOrNull(username);
        }

        public static To region(String code) {
            return new To(null, code);
        }

        public static To person(String username) {
            return new To(username, null);
        }

        /**
         * The key of the inbox, derived from the region's code or the person's username.
         */
        String inbox() {
            return (this.username != null) ? this.username : inboxOf(Objects.requireNonNull(this.region));
        }

        static String inboxOf(String region) {
            return "region:" + region;
        }

    }

}

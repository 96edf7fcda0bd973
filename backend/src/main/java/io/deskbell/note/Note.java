package io.deskbell.note;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import lombok.Getter;
import org.jspecify.annotations.Nullable;

/**
 * A short memo to one person or to all guides of a region. It never changes; reading it
 * is each reader's own.
 */
@Entity
@Table(name = "notes")
@Getter
class Note {

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private NoteKind kind;

    private @Nullable String fromUsername;

    private @Nullable String fromName;

    private @Nullable String fromDesk;

    private @Nullable String toUsername;

    private @Nullable String toRegion;

    private @Nullable UUID callId;

    private String contents;

    private Instant sentAt;

    @SuppressWarnings("NullAway.Init")
    protected Note() {
    }

    Note(UUID id, NewNote note, Instant sentAt) {
        this.id = id;
        this.kind = note.kind();
        this.fromUsername = note.from().username();
        this.fromName = note.from().name();
        this.fromDesk = note.from().desk();
        this.toUsername = note.to().username();
        this.toRegion = note.to().region();
        this.callId = note.callId();
        this.contents = note.contents();
        this.sentAt = sentAt;
    }

}

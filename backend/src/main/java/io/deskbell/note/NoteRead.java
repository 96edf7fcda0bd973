package io.deskbell.note;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import lombok.Getter;

/** That one person has read one note. */
@Entity
@Table(name = "note_reads")
@IdClass(NoteRead.Key.class)
@Getter
class NoteRead {

    @Id
    private UUID noteId;

    @Id
    private String username;

    private Instant readAt;

    @SuppressWarnings("NullAway.Init")
    protected NoteRead() {
    }

    /** One person reads a note once. */
    record Key(UUID noteId, String username) implements Serializable {
    }

}

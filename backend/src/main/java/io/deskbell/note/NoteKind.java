package io.deskbell.note;

/** What a note is about. */
public enum NoteKind {

    CALL, MISSED, TRANSFER, LEFT, TEXT

}

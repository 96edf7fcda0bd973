package io.deskbell.note;

/** What a note is about. */
public enum NoteKind {

    CALL, MISSED, TRANSFER, LEFT, TEXT;

    /** Whether it asks for somebody, and is done with when somebody has come. */
    boolean isAlert() {
        return this == CALL || this == TRANSFER;
    }

}

package io.deskbell.note;

/** The kind of a note. */
public enum NoteKind {

    CALL, MISSED, TRANSFER, LEFT, TEXT;

    /** Whether it is an alert, which is unread until it is settled. */
    boolean isAlert() {
        return this == CALL || this == TRANSFER;
    }

}

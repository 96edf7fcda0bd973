package io.deskbell.call.record;

/** The events of a call, from the press to a text left after the end. */
public enum CallEventKind {

    RANG, REMINDED, WIDENED, ADMINS_TOLD, ACCEPTED, TRANSFER_OFFERED, TRANSFER_TAKEN_BACK, TRANSFER_RETURNED,
    GUIDE_LOST, DESK_LOST, LEFT, MISSED, CANCELLED, ENDED

}

package io.deskbell.call.record;

/** What can happen to a call: its press, its end, all between, and a text left. */
public enum CallEventKind {

    RANG, REMINDED, WIDENED, ADMINS_TOLD, ACCEPTED, TRANSFER_OFFERED, TRANSFER_TAKEN_BACK, TRANSFER_RETURNED,
    GUIDE_LOST, DESK_LOST, LEFT, MISSED, CANCELLED, ENDED

}

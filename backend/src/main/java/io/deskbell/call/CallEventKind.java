package io.deskbell.call;

/** What can happen to a call between its press and its end, and these two. */
public enum CallEventKind {

    RANG, REMINDED, WIDENED, ADMINS_TOLD, ACCEPTED, TRANSFER_OFFERED, TRANSFER_TAKEN_BACK, TRANSFER_RETURNED,
    GUIDE_LOST, MISSED, CANCELLED, ENDED

}

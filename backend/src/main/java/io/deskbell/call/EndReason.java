package io.deskbell.call;

/** Why a call is over. */
public enum EndReason {

    DESK_ENDED, GUIDE_ENDED, DESK_CANCELLED, NOBODY_ANSWERED, DESK_GONE, DESK_CLOSED

}

package io.deskbell.call;

/** What comes over a call by itself when its time is there. */
public enum TimerKind {

    /** Tell the region again. */
    REMINDER,

    /** Ring in the next region of the fallback chain as well. */
    FALLBACK,

    /** Admins have a note as well. */
    ADMINS,

    /** Nobody answered. */
    MISSED,

    /** Nobody took the call that was transferred. */
    RETURNED,

    /** The guide did not come back. */
    GUIDE_GONE,

    /** The desk did not come back. */
    DESK_GONE

}

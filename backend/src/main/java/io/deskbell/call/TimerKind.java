package io.deskbell.call;

import java.time.Instant;

/** What happens to a call by itself when its time has come. */
public enum TimerKind {

    /** Remind the region. */
    REMINDER,

    /** Ring in the next region of the fallback chain as well. */
    FALLBACK,

    /** Notify the admins. */
    ADMINS,

    /** Nobody answered. */
    MISSED,

    /** Nobody accepted the transfer. */
    RETURNED,

    /** The guide did not come back. */
    GUIDE_GONE,

    /** The desk did not come back. */
    DESK_GONE;

    /** Moves a call on without what belongs to this step, since that keeps failing. */
    public void skip(Call call, Instant now) {
        switch (this) {
            case REMINDER -> call.stillRinging().reminded(now);
            case FALLBACK -> call.stillRinging().widened(null, now);
            case ADMINS -> call.stillRinging().adminsTold(now);
            case MISSED -> call.miss(now);
            case RETURNED -> call.endTransfer();
            case GUIDE_GONE -> call.ringAgain(now);
            case DESK_GONE -> call.deskGone(now);
        }
    }

}

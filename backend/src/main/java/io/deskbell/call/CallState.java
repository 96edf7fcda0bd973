package io.deskbell.call;

/** Where a call is in its life. */
public enum CallState {

    RINGING, ACTIVE, ENDED, CANCELLED, MISSED;

    public boolean isOver() {
        return this != RINGING && this != ACTIVE;
    }

}

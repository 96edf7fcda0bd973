package io.deskbell.call;

import io.deskbell.shared.ProblemCode;
import io.deskbell.shared.Refusal;

/** The state of a call. */
public enum CallState {

    RINGING, ACTIVE, ENDED, CANCELLED, MISSED;

    public boolean isOver() {
        return this != RINGING && this != ACTIVE;
    }

    /**
     * Guards a move that only one state allows.
     * @throws Refusal {@code CALL_OVER} or {@code WRONG_STATE} in any other state
     */
    void require(CallState needed) {
        if (isOver()) {
            throw refusalAsOver();
        }
        if (this != needed) {
            throw new Refusal(ProblemCode.WRONG_STATE,
                    (this == RINGING) ? "Nobody is talking in this call now." : "This call was answered already.");
        }
    }

    static Refusal refusalAsOver() {
        return new Refusal(ProblemCode.CALL_OVER, "This call is over.");
    }

}

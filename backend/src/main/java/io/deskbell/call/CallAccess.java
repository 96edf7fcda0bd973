package io.deskbell.call;

import java.util.Set;

import io.deskbell.call.transfer.TransferTarget;
import io.deskbell.shared.Caller;
import io.deskbell.shared.ProblemCode;
import io.deskbell.shared.Refusal;
import io.deskbell.shared.Role;

/**
 * Which calls somebody may see and accept.
 *
 * @param regions those this caller serves
 */
public record CallAccess(Caller caller, Set<String> regions) {

    /** Whether this caller may know that a call exists. */
    public boolean maySee(Call call) {
        TransferTarget to = call.getTransfer();
        return call.getParties().include(this.caller) || call.getRinging().isInAnyOf(this.regions)
                || call.getParties().getFormerGuides().contains(this.caller.username())
                || (to != null && this.caller.is(Role.GUIDE) && to.isTo(this.caller.username(), this.regions));
    }

    /**
     * Whether this guide may accept a call now: also the one whose it was until the
     * connection was lost.
     */
    public boolean mayAccept(Call call) {
        String username = this.caller.username();
        TransferTarget to = call.getTransfer();
        boolean own = username.equals(call.getGuide());
        boolean transferred = to != null && !own && to.isTo(username, this.regions);
        return transferred
                || (call.getState() == CallState.RINGING && (own || call.getRinging().isInAnyOf(this.regions)));
    }

    /**
     * Refuses a call that this guide may not accept now.
     * @throws Refusal {@code CALL_TAKEN}, {@code CALL_OVER} or {@code FORBIDDEN}
     */
    void requireMayAccept(Call call) {
        if (!mayAccept(call)) {
            throw refusalToAccept(call);
        }
    }

    static Refusal refusalToAccept(Call call) {
        if (call.getState() == CallState.ACTIVE) {
            return new Refusal(ProblemCode.CALL_TAKEN, call.getParties().getGuideName() + " has taken this call.");
        }
        return call.isOver() ? CallState.refusalAsOver()
                : new Refusal(ProblemCode.FORBIDDEN, "This call rings in other regions.");
    }

}

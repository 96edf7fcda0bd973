package io.deskbell.call;

import java.util.Set;

import io.deskbell.shared.Caller;
import io.deskbell.shared.ProblemCode;
import io.deskbell.shared.Refusal;
import io.deskbell.shared.Role;

/** Which guides may know of a call, and which may accept it. */
final class CallAccess {

    private CallAccess() {
    }

    /** Whether this caller, a guide of these regions, may know that it exists. */
    static boolean isKnownTo(Call call, Caller caller, Set<String> regions) {
        TransferTarget to = call.getTransfer();
        return call.isParticipant(caller) || call.getRegions().stream().anyMatch(regions::contains)
                || call.getFormerGuides().contains(caller.username())
                || (to != null && caller.is(Role.GUIDE) && to.isTo(caller.username(), regions));
    }

    /**
     * Whether this guide, who serves these regions, may take it now: also the one whose
     * it was until the connection was lost.
     */
    static boolean canBeAcceptedBy(Call call, String username, Set<String> regions) {
        boolean itsGuide = username.equals(call.getGuide());
        TransferTarget to = call.getTransfer();
        boolean transferred = to != null && !itsGuide && to.isTo(username, regions);
        boolean near = itsGuide || call.getRegions().stream().anyMatch(regions::contains);
        return transferred || (call.getState() == CallState.RINGING && near);
    }

    /** Why a guide cannot have this call. */
    static Refusal refusalToAccept(Call call) {
        if (call.getState() == CallState.ACTIVE) {
            return new Refusal(ProblemCode.CALL_TAKEN, call.getGuideName() + " has taken this call.");
        }
        return call.isOver() ? over() : new Refusal(ProblemCode.FORBIDDEN, "This call rings in other regions.");
    }

    static Refusal over() {
        return new Refusal(ProblemCode.CALL_OVER, "This call is over.");
    }

}

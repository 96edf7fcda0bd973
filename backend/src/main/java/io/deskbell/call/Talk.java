package io.deskbell.call;

import java.util.UUID;

import io.deskbell.shared.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Who talks in a call: all that the chat needs to know of it.
 *
 * @param number the call's place in the order of ringing
 * @param desk the desk's username
 */
public record Talk(UUID id, long number, CallState state, String region, String desk, @Nullable String guide) {

    static Talk of(Call call) {
        return new Talk(call.getId(), call.getNumber(), call.getState(), call.getRegion(),
                Caller.usernameOfDesk(call.getDesk()), call.getGuide());
    }

    /** Whether this is one of the two. */
    public boolean isOf(String username) {
        return username.equals(this.desk) || username.equals(this.guide);
    }

}

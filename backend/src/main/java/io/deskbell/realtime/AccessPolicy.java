package io.deskbell.realtime;

import io.deskbell.shared.Caller;

/** Who may connect, and listen to a region; asked each time. */
public interface AccessPolicy {

    /** Whether this caller, who had a session at the handshake, may still connect. */
    boolean mayConnect(Caller caller);

    /** Whether this person may follow what happens in that region now. */
    boolean maySubscribe(Caller caller, String region);

}

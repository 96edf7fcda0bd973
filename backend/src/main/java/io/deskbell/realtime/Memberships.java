package io.deskbell.realtime;

import io.deskbell.shared.Caller;

/** Who may listen to a region; asked at every subscription. */
public interface Memberships {

    /** Whether this person may follow what happens in that region now. */
    boolean mayFollow(Caller caller, String region);

}

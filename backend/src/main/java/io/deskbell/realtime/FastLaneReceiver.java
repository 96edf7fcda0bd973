package io.deskbell.realtime;

import io.deskbell.shared.Caller;
import io.deskbell.shared.Refusal;

/**
 * Takes chat messages straight from the reader's thread, past Spring's search for a
 * method, its converters and validators.
 */
public interface FastLaneReceiver {

    /**
     * Takes a message on, or leaves it to the ordinary way: whatever is not plainly right
     * is answered there.
     * @return whether it was taken
     * @throws Refusal as on the ordinary way
     */
    boolean take(Caller sender, String callId, byte[] body, String sessionId);

}

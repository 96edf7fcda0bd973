package io.deskbell.call.view;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import io.deskbell.call.CallState;
import org.jspecify.annotations.Nullable;

/**
 * The participants of a call: all that the chat needs to know of it.
 *
 * @param number the call's place in the order of ringing
 * @param desk the desk's username
 * @param guide who answers it, or did until the connection was lost
 * @param formerGuides who answered it before it was transferred
 */
public record CallParticipants(UUID id, long number, CallState state, String region, String desk,
        @Nullable String guide, Set<String> formerGuides) {

    /** Who receives messages: the guide, and the desk until the call is over. */
    public List<String> listeners() {
        return Stream.of(this.guide, this.state.isOver() ? null : this.desk).filter(Objects::nonNull).toList();
    }

    /** Whether this is one of the two participants. */
    public boolean isOf(String username) {
        return username.equals(this.desk) || username.equals(this.guide);
    }

    /**
     * Whether this participant may write now: also the desk while the call rings again
     * because its guide was lost.
     */
    public boolean mayWrite(String username) {
        return this.state == CallState.ACTIVE
                || (this.state == CallState.RINGING && this.guide != null && username.equals(this.desk));
    }

    /** Whether this guide has or had it, and so may read it. */
    public boolean wasOf(String username) {
        return username.equals(this.guide) || this.formerGuides.contains(username);
    }

}

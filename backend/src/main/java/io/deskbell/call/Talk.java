package io.deskbell.call;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Who talks in a call: all that the chat needs to know of it.
 *
 * @param number the call's place in the order of ringing
 * @param desk the desk's username
 */
public record Talk(UUID id, long number, CallState state, String region, String desk, @Nullable String guide) {

    /**
     * Who hears what is said: the guide, and the desk as long as the call is not over.
     */
    public List<String> listeners() {
        return Stream.of(this.guide, (this.state == CallState.ACTIVE) ? this.desk : null)
            .filter(Objects::nonNull)
            .toList();
    }

    /** Whether this is one of the two. */
    public boolean isOf(String username) {
        return username.equals(this.desk) || username.equals(this.guide);
    }

}

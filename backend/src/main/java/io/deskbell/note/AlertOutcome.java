package io.deskbell.note;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How what an alert asked for has ended; it needs nobody any more.
 *
 * @param guide who answered or took it
 */
public record AlertOutcome(State state, @Nullable Guide guide, Instant at) {

    /**
     * As it is for the note of who handed the call on: where the call is still that
     * guide's, it came back.
     */
    AlertOutcome seenBy(@Nullable String sender) {
        boolean returned = this.state == State.ANSWERED && this.guide != null && this.guide.username().equals(sender);
        return returned ? new AlertOutcome(State.RETURNED, null, this.at) : this;
    }

    /** What became of it. */
    public enum State {

        /** A guide answered, or took over. */
        ANSWERED,

        /** Its visitor took the press back. */
        CANCELLED,

        /** Nobody answered. */
        MISSED,

        /** It stays with the guide who handed it on. */
        RETURNED,

        /** The conversation is over. */
        ENDED

    }

    /** A guide, as called then. */
    public record Guide(String username, @Nullable String displayName) {
    }

}

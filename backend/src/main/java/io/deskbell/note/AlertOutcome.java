package io.deskbell.note;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How an alert was settled.
 *
 * @param guide who answered the call or accepted the transfer
 */
public record AlertOutcome(State state, @Nullable Guide guide, Instant at) {

    /**
     * The outcome for the note of a transfer: if the call still belongs to the guide who
     * transferred it, it was returned.
     */
    AlertOutcome seenBy(@Nullable String sender) {
        boolean returned = this.state == State.ANSWERED && this.guide != null && this.guide.username().equals(sender);
        return returned ? new AlertOutcome(State.RETURNED, null, this.at) : this;
    }

    /** The kind of outcome. */
    public enum State {

        /** A guide answered, or accepted the transfer. */
        ANSWERED,

        /** The visitor cancelled the call. */
        CANCELLED,

        /** Nobody answered. */
        MISSED,

        /** It stays with the guide who transferred it. */
        RETURNED,

        /** The conversation ended. */
        ENDED

    }

    /** A guide, by the name at that time. */
    public record Guide(String username, @Nullable String displayName) {
    }

}

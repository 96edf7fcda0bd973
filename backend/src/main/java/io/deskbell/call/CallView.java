package io.deskbell.call;

import java.time.Instant;
import java.util.UUID;

import io.deskbell.note.NoteView;
import io.deskbell.region.Named;
import org.jspecify.annotations.Nullable;

/**
 * A call as clients see it.
 *
 * @param version grows with every change
 * @param transfer always null while it rings or talks with its first guide
 */
public record CallView(UUID id, CallState state, Named desk, Named region, @Nullable Guide guide, String language,
        Instant ringAt, @Nullable Instant acceptedAt, @Nullable Instant endedAt, @Nullable EndReason endReason,
        @Nullable Rating rating, int onDuty, Alerts alerts, boolean guideOnline, boolean deskOnline,
        @Nullable Transfer transfer, long version) {

    /** Who answers it. */
    public record Guide(String username, @Nullable String displayName) {
    }

    /** What the visitor thought of it. */
    public record Rating(int stars, @Nullable String comment) {
    }

    /** How many guides were alerted, and how many of them have it on the screen. */
    public record Alerts(int sent, int seen) {
    }

    /** To whom it is being handed on, and why. */
    public record Transfer(NoteView.To to, @Nullable String reason) {
    }

}

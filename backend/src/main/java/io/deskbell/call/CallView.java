package io.deskbell.call;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.deskbell.note.NoteView;
import io.deskbell.region.CodeAndName;
import org.jspecify.annotations.Nullable;

/**
 * A call as clients see it.
 *
 * @param guideOnline false also while it rings again for want of its guide
 * @param transfer null unless it is being transferred
 * @param version grows with every change
 * @param ringingSince since when it rings now, at the press or again, or is transferred;
 * null where it is not
 * @param ringsIn where it rings or rang, its own region first
 * @param steps what has happened and will happen while nobody takes it
 * @param declinedBy the guides who have declined it since it rings or is transferred
 * @param leftAt when its visitor last left a text, null for never
 * @param opensAt when its region opens, where it was closed at the press
 */
public record CallView(UUID id, CallState state, CodeAndName desk, CodeAndName region, @Nullable Guide guide,
        String language, Instant ringAt, @Nullable Instant acceptedAt, @Nullable Instant endedAt,
        @Nullable EndReason endReason, @Nullable Rating rating, int onDuty, AlertCounts alerts, boolean guideOnline,
        boolean deskOnline, @Nullable PendingTransferView transfer, long version, @Nullable Instant ringingSince,
        List<CodeAndName> ringsIn, List<Step> steps, Set<String> declinedBy, @Nullable Instant leftAt,
        @Nullable Instant opensAt) {

    /**
     * What its desk sees: why guides hand it on, and who does not want it, is between
     * guides.
     */
    CallView forDesk() {
        return new CallView(this.id, this.state, this.desk, this.region, this.guide, this.language, this.ringAt,
                this.acceptedAt, this.endedAt, this.endReason, this.rating, this.onDuty, this.alerts, this.guideOnline,
                this.deskOnline, (this.transfer != null) ? new PendingTransferView(this.transfer.to(), null) : null,
                this.version, this.ringingSince, this.ringsIn, this.steps, Set.of(), this.leftAt, this.opensAt);
    }

    /** Who answers it. */
    public record Guide(String username, @Nullable String displayName) {
    }

    /** To whom it is being transferred, and why. */
    public record PendingTransferView(NoteView.To to, @Nullable String reason) {
    }

    /** One step of what happens while nobody takes it: when it was done or will be. */
    public record Step(String step, Instant at, boolean done) {
    }

}

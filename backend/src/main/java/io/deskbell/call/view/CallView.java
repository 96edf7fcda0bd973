package io.deskbell.call.view;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.deskbell.call.AlertCounts;
import io.deskbell.call.CallState;
import io.deskbell.call.EndReason;
import io.deskbell.call.Rating;
import io.deskbell.note.NoteView;
import io.deskbell.region.CodeAndName;
import lombok.Builder;
import lombok.With;
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
@Builder
public record CallView(UUID id, CallState state, CodeAndName desk, CodeAndName region, @Nullable Guide guide,
        String language, Instant ringAt, @Nullable Instant acceptedAt, @Nullable Instant endedAt,
        @Nullable EndReason endReason, @Nullable Rating rating, int onDuty, AlertCounts alerts, boolean guideOnline,
        boolean deskOnline, @With @Nullable PendingTransferView transfer, long version, @Nullable Instant ringingSince,
        List<CodeAndName> ringsIn, List<Step> steps, @With Set<String> declinedBy, @Nullable Instant leftAt,
        @Nullable Instant opensAt) {

    /** What its desk sees: why it is transferred, and who declined it, is for guides. */
    public CallView forDesk() {
        CallView view = withDeclinedBy(Set.of());
        return (this.transfer != null) ? view.withTransfer(new PendingTransferView(this.transfer.to(), null)) : view;
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

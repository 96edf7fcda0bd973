package io.deskbell.call;

import java.time.Instant;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * Whom the press of a call reached.
 *
 * @param onDuty how many guides were on duty then
 * @param alertsSent how many guides were alerted, then and since
 * @param alertsSeen how many of them have it on the screen
 * @param opensAt when the region opens, where it was closed at the press
 */
@Embeddable
record PressAlerts(int onDuty, int alertsSent, int alertsSeen, @Nullable Instant opensAt) {

    static final PressAlerts NONE = new PressAlerts(0, 0, 0, null);

    PressAlerts withCounts(int sent, int seen) {
        return new PressAlerts(this.onDuty, sent, seen, this.opensAt);
    }

}

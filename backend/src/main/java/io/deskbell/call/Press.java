package io.deskbell.call;

import java.time.Instant;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * What was known when the call button was pressed.
 *
 * @param requestId names the press, however often it is sent
 * @param language of the visitor
 * @param onDuty how many guides of the region were on duty, all of whom were alerted
 * @param opensAt when the region opens; null where it was open
 */
@Embeddable
public record Press(String requestId, String language, int onDuty, @Nullable Instant opensAt) {
}

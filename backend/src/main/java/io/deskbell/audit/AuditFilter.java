package io.deskbell.audit;

import java.time.Instant;

import io.deskbell.shared.text.Username;
import org.jspecify.annotations.Nullable;

/**
 * Which entries to return; null or empty fields match everything.
 *
 * @param from inclusive
 * @param to exclusive
 */
public record AuditFilter(@Nullable String actor, @Nullable AuditAction action, @Nullable Instant from,
        @Nullable Instant to) {

    public AuditFilter {
        actor = Username.foldedOrNull(actor);
    }

}

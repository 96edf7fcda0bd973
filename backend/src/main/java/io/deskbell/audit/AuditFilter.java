package io.deskbell.audit;

import java.time.Instant;

import io.deskbell.shared.text.Username;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for; what is null or empty does not matter.
 *
 * @param from at or after
 * @param to before
 */
public record AuditFilter(@Nullable String actor, @Nullable AuditAction action, @Nullable Instant from,
        @Nullable Instant to) {

    public AuditFilter {
        actor = Username.foldedOrNull(actor);
    }

}

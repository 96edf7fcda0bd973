package io.deskbell.audit;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One entry of the audit trail.
 *
 * @param actor the username, or the one that was entered
 * @param subject what was acted on: a username, a code, a call's id, a search text
 * @param address the client's IP address
 * @param reason why, if a reason was required
 */
public record AuditEntry(Instant at, String actor, AuditAction action, @Nullable String subject,
        @Nullable String address, @Nullable String reason) {
}

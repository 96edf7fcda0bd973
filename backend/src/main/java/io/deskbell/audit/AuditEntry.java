package io.deskbell.audit;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Somebody did something.
 *
 * @param actor the username, or the one that was tried
 * @param subject to what: a username, a code, a call's id, what was searched for
 * @param address from where
 * @param reason why, where one was asked for
 */
public record AuditEntry(Instant at, String actor, AuditAction action, @Nullable String subject,
        @Nullable String address, @Nullable String reason) {
}

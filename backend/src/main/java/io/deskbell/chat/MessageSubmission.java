package io.deskbell.chat;

import java.util.UUID;
import java.util.function.Consumer;

import io.deskbell.shared.Caller;
import io.deskbell.shared.Refusal;

/**
 * A message on its way into the store.
 *
 * @param contents checked and trimmed
 * @param refused called if it is not stored; a stored message is acknowledged by its own
 * copy
 */
public record MessageSubmission(UUID callId, Caller sender, String clientId, String contents,
        Consumer<Refusal> refused) {
}

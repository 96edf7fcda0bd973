package io.deskbell.chat;

import java.util.UUID;
import java.util.function.Consumer;

import io.deskbell.shared.Caller;
import io.deskbell.shared.Refusal;

/**
 * A message on its way into the store.
 *
 * @param contents checked and trimmed
 * @param refused told if it is not stored; a stored one is told of by its copy
 */
public record MessageSubmission(UUID callId, Caller sender, String clientId, String contents,
        Consumer<Refusal> refused) {
}

package io.deskbell.chat;

import java.time.Instant;
import java.util.UUID;

/**
 * One chat message as it is stored and as clients see it.
 *
 * @param seq 1, 2, 3 … within the call, without a gap
 * @param clientId what its sender calls it
 */
public record Message(UUID callId, int seq, String clientId, String username, String displayName, String contents,
        Instant sendDate) {
}

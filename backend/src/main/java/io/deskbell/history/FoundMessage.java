package io.deskbell.history;

import java.time.Instant;
import java.util.UUID;

import io.deskbell.region.CodeAndName;

/** A message with its call's desk, region and language. */
public record FoundMessage(UUID callId, int seq, String clientId, String username, String displayName, String contents,
        Instant sendDate, CodeAndName desk, CodeAndName region, String language) {
}

package io.deskbell.region;

import java.time.Instant;

/**
 * A desk of which was told that it is silent is connected again; in the transaction that
 * keeps that this was told.
 */
public record DeskCameBack(String desk, Instant since) {
}

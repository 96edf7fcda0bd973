package io.deskbell.region;

import java.time.Instant;

/**
 * A desk that was reported offline is connected again; published in the transaction that
 * records it.
 */
public record DeskCameBack(String desk, Instant since) {
}

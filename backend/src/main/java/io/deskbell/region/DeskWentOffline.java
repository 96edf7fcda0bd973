package io.deskbell.region;

import java.time.Instant;

/**
 * A desk is not connected, and its region is to be told; in the transaction that keeps
 * that it was.
 *
 * @param since when it was last connected, as far as is known
 */
public record DeskWentOffline(String desk, Instant since) {
}

package io.deskbell.region;

import java.time.Instant;

/**
 * A desk is offline and its region is to be notified; published in the transaction that
 * records it.
 *
 * @param since when it was last connected, as far as is known
 */
public record DeskWentOffline(String desk, Instant since) {
}

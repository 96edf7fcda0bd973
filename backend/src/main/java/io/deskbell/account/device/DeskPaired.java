package io.deskbell.account.device;

/** A browser was paired with a desk; published in the same transaction. */
public record DeskPaired(String desk) {
}

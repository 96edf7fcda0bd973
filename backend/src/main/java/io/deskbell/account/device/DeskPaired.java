package io.deskbell.account.device;

/** A browser is a desk's device now, in the transaction that paired it. */
public record DeskPaired(String desk) {
}

package io.deskbell.account;

/** A browser is a desk's device now, in the transaction that paired it. */
record DeskPaired(String desk) {
}

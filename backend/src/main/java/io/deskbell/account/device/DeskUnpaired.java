package io.deskbell.account.device;

/** A desk's earlier devices are no longer paired, in the transaction that did it. */
public record DeskUnpaired(String desk) {
}

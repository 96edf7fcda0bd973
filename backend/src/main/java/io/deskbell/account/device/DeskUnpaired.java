package io.deskbell.account.device;

/** A desk's earlier devices were unpaired; published in the same transaction. */
public record DeskUnpaired(String desk) {
}

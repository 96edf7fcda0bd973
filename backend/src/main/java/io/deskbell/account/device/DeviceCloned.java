package io.deskbell.account.device;

/**
 * A desk's device cookie is used from two places; published in the transaction that
 * detected it.
 */
public record DeviceCloned(String desk) {
}

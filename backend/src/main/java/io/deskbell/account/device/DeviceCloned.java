package io.deskbell.account.device;

/**
 * The cookie of a desk's device is used from two places, in the transaction that noticed
 * it.
 */
public record DeviceCloned(String desk) {
}

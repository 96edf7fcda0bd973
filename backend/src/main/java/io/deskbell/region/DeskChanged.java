package io.deskbell.region;

/**
 * A desk was changed by an admin, in the transaction that changed it.
 *
 * @param mayStay whether its device may stay signed in: not when it was disabled or moved
 * to another region
 */
public record DeskChanged(String code, boolean mayStay) {
}

package io.deskbell.region;

/**
 * An admin changed a desk; published in the same transaction.
 *
 * @param mayStay whether its device may stay signed in; false if it was disabled or moved
 * to another region
 */
public record DeskChanged(String code, boolean mayStay) {
}

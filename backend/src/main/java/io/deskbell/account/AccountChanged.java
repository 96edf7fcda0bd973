package io.deskbell.account;

/**
 * An account was changed or deleted, in the transaction that did it.
 *
 * @param mayStay whether its connections may stay open; not after a change of what it may
 * do
 * @param newPassword whether whoever is signed in must sign in again
 */
public record AccountChanged(String username, boolean mayStay, boolean newPassword) {
}

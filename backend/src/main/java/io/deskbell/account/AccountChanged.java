package io.deskbell.account;

/**
 * An account was changed or deleted; published in the same transaction.
 *
 * @param mayStay whether its connections may stay open; false after a change of
 * permissions
 * @param newPassword whether existing sessions must sign in again
 */
public record AccountChanged(String username, boolean mayStay, boolean newPassword) {
}

package io.deskbell.account;

import org.jspecify.annotations.Nullable;

/**
 * Somebody wants to sign in.
 *
 * @param code of the second factor, null where none was asked for yet
 * @param address from where
 * @param browser the token of the browser, null where it has none
 */
public record SignInAttempt(String username, String password, @Nullable String code, String address,
        @Nullable String browser) {
}

package io.deskbell.account;

import org.jspecify.annotations.Nullable;

/**
 * The credentials and origin of a sign-in.
 *
 * @param code of the second factor; null if not asked for yet
 * @param address the client's IP address
 * @param browser the known-browser token, or null
 */
public record SignInAttempt(String username, String password, @Nullable String code, String address,
        @Nullable String browser) {
}

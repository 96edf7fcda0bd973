package io.deskbell.account;

import java.time.Duration;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Sign-in and pairing.
 *
 * @param adminPassword password of the account {@code admin} at the first start, and at
 * any later one at which no admin can sign in; a random one is printed where none is
 * given
 * @param pairingCodeLifetime how long a pairing code is good for
 * @param deviceCookieLifetime how long a paired desk stays paired without being used
 * @param deviceTokenLifetime after how long a paired desk gets another token when it
 * signs in by its cookie
 * @param browserCookieLifetime how long a browser is remembered in which somebody signed
 * in
 * @param oneTimePasswordLifetime how long a password that an admin reset is good
 * @param secondFactorForAdmins whether admins can do nothing before they have set a
 * second factor
 * @param sessionsPerAccount in how many browsers one person or desk may be signed in; one
 * more ends the one that was used least lately
 * @param sessionLifetime how long after signing in a person must sign in again, however
 * busy; a paired desk notices nothing of it
 * @param failedAttempts failed sign-ins for one account from one address before further
 * ones must wait; five times as many from one address in all, twenty times as many for
 * one account in all
 * @param failedAttemptsPeriod time in which that many attempts come back
 */
@Validated
@ConfigurationProperties("deskbell.account")
public record AccountSettings(@Nullable String adminPassword,
        @NotNull @DefaultValue("10m") Duration pairingCodeLifetime,
        @NotNull @DefaultValue("400d") Duration deviceCookieLifetime,
        @NotNull @DefaultValue("24h") Duration deviceTokenLifetime,
        @NotNull @DefaultValue("400d") Duration browserCookieLifetime,
        @NotNull @DefaultValue("24h") Duration oneTimePasswordLifetime,
        @DefaultValue("false") boolean secondFactorForAdmins, @Min(1) @DefaultValue("1000") int sessionsPerAccount,
        @NotNull @DefaultValue("7d") Duration sessionLifetime, @Min(1) @DefaultValue("10") int failedAttempts,
        @NotNull @DefaultValue("5m") Duration failedAttemptsPeriod) {
}

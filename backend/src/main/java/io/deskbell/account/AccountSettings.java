package io.deskbell.account;

import java.time.Duration;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of sign-in and pairing.
 *
 * @param adminPassword password of the account {@code admin} at the first start, and at
 * any later start at which no admin can sign in; a random one is printed if none is given
 * @param pairingCodeLifetime how long a pairing code is valid
 * @param deviceCookieLifetime how long a paired desk stays paired without being used
 * @param deviceTokenLifetime age at which a paired desk's token is replaced when it signs
 * in by its cookie
 * @param browserCookieLifetime how long a browser in which somebody signed in is
 * remembered
 * @param oneTimePasswordLifetime how long a one-time password is valid
 * @param secondFactorForAdmins whether admins must set up a second factor before doing
 * anything else
 * @param sessionsPerAccount how many sessions one person or desk may have; one more ends
 * the least recently used
 * @param sessionLifetime time after which a person must sign in again, however active; a
 * paired desk signs in again by itself
 * @param failedAttempts failed sign-ins for one account from one address before further
 * ones must wait; five times as many from one address in total, twenty times as many for
 * one account in total
 * @param failedAttemptsPeriod time in which that many attempts are regained
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

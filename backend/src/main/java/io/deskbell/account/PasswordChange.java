package io.deskbell.account;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.function.BiConsumer;

import io.deskbell.audit.AuditAction;
import io.deskbell.audit.AuditTrail;
import io.deskbell.shared.Caller;
import io.deskbell.shared.Refusal;
import lombok.RequiredArgsConstructor;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Changes passwords, and issues one-time passwords to those who have forgotten theirs.
 * Hashing is slow, so it runs outside of transactions.
 */
@Component
@RequiredArgsConstructor
public class PasswordChange {

    private final PasswordVerifier verifier;

    private final Accounts accounts;

    private final KnownBrowsers browsers;

    private final PasswordRules rules;

    private final PasswordEncoder passwords;

    private final AccountSettings settings;

    private final TransactionOperations transactions;

    private final ApplicationEventPublisher events;

    private final AuditTrail trail;

    private final Clock clock;

    /**
     * Replaces a person's password.
     * @param session the session in which the current one is entered
     * @return the caller with the new password version
     * @throws Refusal {@code INVALID_REQUEST} if the new one is too weak or the current
     * one is wrong; {@code TOO_MANY_ATTEMPTS}
     */
    public Caller change(String username, String current, String password, String session) {
        this.rules.check(password);
        int version = this.verifier.again(username, current, session).getPasswordVersion();
        if (current.equals(password)) {
            throw Refusal.invalid("password", "is the one you have; choose another");
        }
        return keep(username, password, AuditAction.PASSWORD_CHANGED, (account, hash) -> {
            if (!account.isEnabled() || account.getPasswordVersion() != version) {
                throw PasswordVerifier.wrong();
            }
            account.changePassword(hash);
        });
    }

    /**
     * Issues a one-time password; its owner must choose another at the next sign-in. All
     * sessions of the account end.
     */
    public OneTimePassword reset(String username) {
        String password = Secrets.code();
        Instant until = this.clock.instant().plus(this.settings.oneTimePasswordLifetime());
        keep(username, password, AuditAction.PASSWORD_RESET, (account, hash) -> {
            account.resetPassword(hash, until);
            this.events.publishEvent(new AccountChanged(username, false, true));
        });
        return new OneTimePassword(password, until);
    }

    private Caller keep(String username, String password, AuditAction action, BiConsumer<Account, String> change) {
        String hash = Objects.requireNonNull(this.passwords.encode(password));
        return this.transactions.execute((status) -> {
            Account account = this.accounts.findAndLockByUsernameAndDeletedAtIsNull(username)
                .orElseThrow(Refusal::notFound);
            change.accept(account, hash);
            this.browsers.forget(username);
            this.trail.add(action, username);
            return account.caller();
        });
    }

    /**
     * A password for an admin to pass on.
     *
     * @param expiresAt when it stops being valid
     */
    public record OneTimePassword(String password, Instant expiresAt) {
    }

}

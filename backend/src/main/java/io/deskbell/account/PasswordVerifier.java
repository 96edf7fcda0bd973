package io.deskbell.account;

import java.util.Objects;
import java.util.Optional;

import io.deskbell.audit.AuditAction;
import io.deskbell.audit.AuditTrail;
import io.deskbell.shared.Refusal;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Verifies passwords. Hashing is slow, so it runs outside of transactions.
 */
@Component
public class PasswordVerifier {

    private final UserDirectory users;

    private final Accounts accounts;

    private final BruteForceProtection bruteForce;

    private final PasswordEncoder passwords;

    private final TransactionOperations transactions;

    private final AuditTrail trail;

    /**
     * Checked if there is no such account, so that response times do not reveal
     * usernames.
     */
    private final String nobodysHash;

    PasswordVerifier(UserDirectory users, Accounts accounts, BruteForceProtection bruteForce, PasswordEncoder passwords,
            TransactionOperations transactions, AuditTrail trail) {
        this.users = users;
        this.accounts = accounts;
        this.bruteForce = bruteForce;
        this.passwords = passwords;
        this.transactions = transactions;
        this.trail = trail;
        this.nobodysHash = Objects.requireNonNull(passwords.encode("nobody has this password"));
    }

    /** The enabled account with this name and password. */
    Optional<Account> account(String username, String password) {
        Optional<Account> account = this.users.enabled(username);
        boolean right = this.passwords.matches(password,
                account.map(Account::getPasswordHash).orElse(this.nobodysHash));
        return account.filter((found) -> right);
    }

    /** Upgrades the stored hash if its algorithm or strength is outdated. */
    void strengthen(Account account, String password) {
        String hash = account.getPasswordHash();
        if (this.passwords.upgradeEncoding(hash)) {
            String stronger = Objects.requireNonNull(this.passwords.encode(password));
            this.transactions
                .executeWithoutResult((status) -> this.accounts.strengthen(account.getUsername(), hash, stronger));
        }
    }

    /**
     * Verifies the password of a person who is already signed in.
     * @param session the session in which it is entered
     * @return the account as it was verified
     * @throws Refusal {@code INVALID_REQUEST} for the field {@code current};
     * {@code TOO_MANY_ATTEMPTS}
     */
    public Account again(String username, String password, String session) {
        return this.bruteForce
            .count(BruteForceProtection.Guess.inSession(username, session), () -> account(username, password))
            .orElseThrow(() -> {
                this.trail.add(AuditAction.PASSWORD_REFUSED, username);
                return wrong();
            });
    }

    static Refusal wrong() {
        return Refusal.invalid("current", "is not your password");
    }

}

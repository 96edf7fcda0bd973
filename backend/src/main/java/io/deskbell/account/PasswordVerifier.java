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
 * Knows people by their passwords. Hashes are slow, so no transaction is open meanwhile.
 */
@Component
public class PasswordVerifier {

    private final UserDirectory users;

    private final Accounts accounts;

    private final BruteForceProtection bruteForce;

    private final PasswordEncoder passwords;

    private final TransactionOperations transactions;

    private final AuditTrail trail;

    /** Checked where no such account exists, so that both answers take as long. */
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

    /** Keeps a right password by a stronger hash where its own has grown weak. */
    void strengthen(Account account, String password) {
        String hash = account.getPasswordHash();
        if (this.passwords.upgradeEncoding(hash)) {
            String stronger = Objects.requireNonNull(this.passwords.encode(password));
            this.transactions
                .executeWithoutResult((status) -> this.accounts.strengthen(account.getUsername(), hash, stronger));
        }
    }

    /**
     * Asks a signed-in person for the password again.
     * @param session in which it is asked for
     * @return the account as it was then
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

package io.deskbell.account;

import io.deskbell.audit.AuditAction;
import io.deskbell.audit.AuditTrail;
import io.deskbell.shared.Refusal;
import lombok.RequiredArgsConstructor;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** People change their own passwords. */
@Component
@RequiredArgsConstructor
public class PasswordChange {

    private final SignIn signIn;

    private final Accounts accounts;

    private final PasswordRules rules;

    private final PasswordEncoder passwords;

    private final TransactionOperations transactions;

    private final AuditTrail trail;

    /**
     * Keeps a new password. Both hashes are slow, so no transaction is open meanwhile.
     * @throws Refusal {@code INVALID_REQUEST} where the current one is not right or the
     * new one will not do
     */
    public void change(String username, String current, String password) {
        this.rules.check(password);
        if (!this.signIn.isPassword(username, current)) {
            throw Refusal.invalid("current", "is not your password");
        }
        String hash = String.valueOf(this.passwords.encode(password));
        this.transactions.executeWithoutResult((status) -> {
            this.accounts.findByUsernameAndDeletedAtIsNull(username)
                .orElseThrow(Refusal::notFound)
                .changePassword(hash);
            this.trail.add(AuditAction.PASSWORD_CHANGED, username);
        });
    }

}

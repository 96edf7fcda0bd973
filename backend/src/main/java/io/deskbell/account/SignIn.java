package io.deskbell.account;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import io.deskbell.audit.AuditAction;
import io.deskbell.audit.AuditTrail;
import io.deskbell.shared.Caller;
import io.deskbell.shared.ProblemCode;
import io.deskbell.shared.Refusal;
import lombok.RequiredArgsConstructor;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Signs people in by password and, if they have one, second factor. */
@Component
@RequiredArgsConstructor
public class SignIn {

    private final PasswordVerifier passwords;

    private final SecondFactors factors;

    private final KnownBrowsers browsers;

    private final BruteForceProtection bruteForce;

    private final Accounts accounts;

    private final TransactionOperations transactions;

    private final AuditTrail trail;

    private final Clock clock;

    /**
     * Verifies the credentials.
     * @throws Refusal {@code BAD_CREDENTIALS}, without saying what was wrong;
     * {@code SECOND_FACTOR_NEEDED} if the password is right but the code is missing or
     * wrong; {@code TOO_MANY_ATTEMPTS}
     */
    public Caller signIn(SignInAttempt attempt) {
        String username = attempt.username();
        Optional<BruteForceProtection.Guess> known = Optional.ofNullable(attempt.browser())
            .filter((browser) -> this.browsers.isKnown(browser, username))
            .map((browser) -> BruteForceProtection.Guess.inKnownBrowser(username, browser));
        Account account = this.bruteForce
            .count(known.orElseGet(() -> BruteForceProtection.Guess.password(username, attempt.address())),
                    () -> this.passwords.account(username, attempt.password()))
            .orElseThrow(() -> refused(username, AuditAction.SIGN_IN_FAILED, ProblemCode.BAD_CREDENTIALS,
                    "Username or password is wrong."));
        if (this.factors.has(username)) {
            checkCode(attempt, known.orElseGet(() -> BruteForceProtection.Guess.code(username, attempt.address())));
        }
        if (account.hasOneTimePassword() && !useOneTimePassword(account)) {
            throw refused(username, AuditAction.SIGN_IN_FAILED, ProblemCode.BAD_CREDENTIALS,
                    "This password was for one sign-in, and it was used or is too old. Ask an admin for another.");
        }
        this.passwords.strengthen(account, attempt.password());
        this.trail.add(username, AuditAction.SIGNED_IN, null);
        return account.caller();
    }

    private void checkCode(SignInAttempt attempt, BruteForceProtection.Guess guess) {
        String code = attempt.code();
        if (code == null || code.isBlank()) {
            throw new Refusal(ProblemCode.SECOND_FACTOR_NEEDED,
                    "Enter the code of your authenticator app, or a backup code.");
        }
        String username = attempt.username();
        if (this.bruteForce.count(guess, () -> Optional.of(code).filter((it) -> this.factors.use(username, it)))
            .isEmpty()) {
            throw refused(username, AuditAction.SECOND_FACTOR_REFUSED, ProblemCode.SECOND_FACTOR_NEEDED,
                    "This code is wrong, too old or used. Enter the one that the app shows now, or a backup code.");
        }
    }

    private Refusal refused(String username, AuditAction action, ProblemCode code, String detail) {
        this.trail.add(username, action, null);
        return new Refusal(code, detail);
    }

    private boolean useOneTimePassword(Account account) {
        return Boolean.TRUE
            .equals(this.transactions.execute((status) -> this.accounts.useOneTimePassword(account.getUsername(),
                    account.getPasswordVersion(), this.clock.instant(), Instant.EPOCH) > 0));
    }

}

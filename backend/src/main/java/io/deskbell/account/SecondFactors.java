package io.deskbell.account;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import io.deskbell.audit.AuditAction;
import io.deskbell.audit.AuditTrail;
import io.deskbell.shared.Caller;
import io.deskbell.shared.Refusal;
import lombok.RequiredArgsConstructor;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The second factors of people who have set one up: the code of an authenticator app
 * (TOTP, RFC 6238: six digits, 30 seconds, HMAC-SHA1), or one of their backup codes.
 */
@Component
@RequiredArgsConstructor
@Transactional
public class SecondFactors {

    private static final int BACKUP_CODES = 10;

    private final AuthenticatorCodes authenticator;

    private final Accounts accounts;

    private final BruteForceProtection bruteForce;

    private final KnownBrowsers browsers;

    private final JdbcClient jdbc;

    private final AuditTrail trail;

    /** Whether this person needs a second factor to sign in. */
    @Transactional(readOnly = true)
    public boolean has(String username) {
        return this.jdbc.sql("select count(*) from second_factors where username = ? and confirmed")
            .param(username)
            .query(Long.class)
            .single() > 0;
    }

    /** How many backup codes this person has left. */
    @Transactional(readOnly = true)
    public int backupCodesOf(String username) {
        return this.jdbc.sql("select count(*) from backup_codes where username = ?")
            .param(username)
            .query(Integer.class)
            .single();
    }

    /**
     * Creates a secret for an app. It takes effect once its first code is confirmed.
     * @throws Refusal {@code INVALID_REQUEST} if one is already in effect
     */
    public NewFactor offer(String username) {
        locked(username);
        checkNone(username);
        String secret = this.authenticator.newSecret();
        this.jdbc.sql("delete from second_factors where username = ?").param(username).update();
        this.jdbc.sql("insert into second_factors (username, secret, confirmed) values (?, ?, false)")
            .params(username, secret)
            .update();
        return new NewFactor(secret, this.authenticator.uri(username, secret));
    }

    /**
     * Puts the offered secret into effect after a correct code.
     * @return the backup codes, shown only once, and the updated caller
     * @throws Refusal {@code INVALID_REQUEST} for the field {@code code}
     */
    public Confirmed confirm(String username, String code) {
        check(username, () -> {
            checkNone(username);
            return this.authenticator.use(username, code);
        });
        this.browsers.forget(username);
        this.jdbc.sql("update second_factors set confirmed = true where username = ?").param(username).update();
        this.trail.add(AuditAction.SECOND_FACTOR_SET, username);
        Account account = locked(username);
        account.endSignIns();
        return new Confirmed(account.caller(), newBackupCodes(username));
    }

    /**
     * Replaces the backup codes.
     * @throws Refusal {@code INVALID_REQUEST} for the field {@code code}
     */
    public List<String> renewBackupCodes(String username, String code) {
        check(username, () -> use(username, code));
        this.trail.add(AuditAction.BACKUP_CODES_RENEWED, username);
        return newBackupCodes(username);
    }

    private List<String> newBackupCodes(String username) {
        List<String> made = Stream.generate(Secrets::code).limit(BACKUP_CODES).toList();
        this.jdbc.sql("delete from backup_codes where username = ?").param(username).update();
        made.forEach((code) -> this.jdbc.sql("insert into backup_codes (username, code_hash) values (?, ?)")
            .params(username, Secrets.hashOfCode(code))
            .update());
        return made;
    }

    /**
     * Removes one's own second factor.
     * @throws Refusal {@code INVALID_REQUEST} for the field {@code code}
     */
    public void remove(String username, String code) {
        check(username, () -> use(username, code));
        forget(username);
    }

    private void check(String username, BooleanSupplier right) {
        BruteForceProtection.Guess guess = BruteForceProtection.Guess.inSession(username, "code");
        if (this.bruteForce.count(guess, () -> {
            locked(username);
            return Optional.of(true).filter((it) -> right.getAsBoolean());
        }).isEmpty()) {
            throw Refusal.invalid("code", "is not the code of the app at this moment");
        }
    }

    /**
     * Locks the account until the transaction ends, to serialise changes of its factors.
     */
    private Account locked(String username) {
        return this.accounts.findAndLockByUsernameAndDeletedAtIsNull(username).orElseThrow(Refusal::notFound);
    }

    private void checkNone(String username) {
        if (has(username)) {
            throw Refusal.invalid("code", "there is one already; remove it first");
        }
    }

    /** Removes a person's second factor on behalf of an admin. */
    public void remove(String username) {
        locked(username);
        forget(username);
    }

    /** Removes it in the transaction that already holds the account's lock. */
    void forget(String username) {
        this.jdbc.sql("delete from backup_codes where username = ?").param(username).update();
        if (this.jdbc.sql("delete from second_factors where username = ?").param(username).update() > 0) {
            this.trail.add(AuditAction.SECOND_FACTOR_REMOVED, username);
        }
    }

    /** Consumes a code of the app or a backup code; returns whether it was correct. */
    public boolean use(String username, String code) {
        return this.authenticator.use(username, code) || useBackupCode(username, code);
    }

    private boolean useBackupCode(String username, String code) {
        boolean used = this.jdbc.sql("delete from backup_codes where username = ? and code_hash = ?")
            .params(username, Secrets.hashOfCode(code))
            .update() > 0;
        if (used) {
            this.trail.add(username, AuditAction.BACKUP_CODE_USED, username);
        }
        return used;
    }

    /** A second factor that has just taken effect. */
    public record Confirmed(Caller caller, List<String> backupCodes) {
    }

    /**
     * A secret for an authenticator app.
     *
     * @param secret in base 32, to be typed
     * @param uri the same as an {@code otpauth:} address, to be shown as a QR code
     */
    public record NewFactor(String secret, String uri) {
    }

}

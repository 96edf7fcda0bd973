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
 * The second thing that some people need to sign in: the code of an authenticator app
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

    /** Whether this person needs one to sign in. */
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
     * Makes a secret for an app. It counts from its first code on.
     * @throws Refusal {@code INVALID_REQUEST} where one counts already
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
     * The app gives right codes: from now on they are asked for.
     * @return the backup codes, shown this once, and who is signed in from now on
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
     * New backup codes instead of those before.
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
     * Until the transaction ends: what happens to a person's factors happens one by one.
     */
    private Account locked(String username) {
        return this.accounts.findAndLockByUsernameAndDeletedAtIsNull(username).orElseThrow(Refusal::notFound);
    }

    private void checkNone(String username) {
        if (has(username)) {
            throw Refusal.invalid("code", "there is one already; remove it first");
        }
    }

    /** No second factor any more, whoever lost it. */
    public void remove(String username) {
        locked(username);
        forget(username);
    }

    /** Within the transaction of one who holds the account's lock. */
    void forget(String username) {
        this.jdbc.sql("delete from backup_codes where username = ?").param(username).update();
        if (this.jdbc.sql("delete from second_factors where username = ?").param(username).update() > 0) {
            this.trail.add(AuditAction.SECOND_FACTOR_REMOVED, username);
        }
    }

    /** Uses a code up, of the app or a backup code, where it is right. */
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

    /** A second factor that counts from now on. */
    public record Confirmed(Caller caller, List<String> backupCodes) {
    }

    /**
     * What an authenticator app is told.
     *
     * @param secret in base 32, to be typed
     * @param uri the same as an {@code otpauth:} address, to be shown as a QR code
     */
    public record NewFactor(String secret, String uri) {
    }

}

package io.deskbell.account;

import java.security.InvalidKeyException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.deskbell.audit.AuditAction;
import io.deskbell.audit.AuditTrail;
import io.deskbell.shared.Caller;
import io.deskbell.shared.Refusal;
import javax.crypto.spec.SecretKeySpec;
import lombok.RequiredArgsConstructor;
import org.apache.commons.codec.binary.Base32;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The second thing that some people need to sign in: the code of an authenticator app
 * (TOTP, RFC 6238: six digits, 30 seconds, HMAC-SHA1), or one of their backup codes.
 */
@Component
@RequiredArgsConstructor
@Transactional
public class SecondFactors {

    private static final String ISSUER = "Deskbell";

    private static final int BACKUP_CODES = 10;

    /** RFC 4226 asks for 160 bits. */
    private static final int SECRET_BYTES = 20;

    /**
     * Clocks go wrong and people type slowly: one step before and one after (RFC 6238).
     */
    private static final int STEPS_ASIDE = 1;

    /** Longer than anybody puts a clock back by accident. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();

    private final Accounts accounts;

    private final BruteForceProtection bruteForce;

    private final KnownBrowsers browsers;

    private final JdbcClient jdbc;

    private final AuditTrail trail;

    private final Clock clock;

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
        String secret = new Base32().encodeAsString(Secrets.bytes(SECRET_BYTES)).replace("=", "");
        this.jdbc.sql("delete from second_factors where username = ?").param(username).update();
        this.jdbc.sql("insert into second_factors (username, secret, confirmed) values (?, ?, false)")
            .params(username, secret)
            .update();
        String uri = UriComponentsBuilder.fromUriString("otpauth://totp/{issuer}:{username}")
            .queryParam("secret", secret)
            .queryParam("issuer", ISSUER)
            .buildAndExpand(ISSUER, username)
            .toUriString();
        return new NewFactor(secret, uri);
    }

    /**
     * The app gives right codes: from now on they are asked for.
     * @return the backup codes, shown this once, and who is signed in from now on
     * @throws Refusal {@code INVALID_REQUEST} for the field {@code code}
     */
    public Confirmed confirm(String username, String code) {
        check(username, () -> {
            checkNone(username);
            return useAppCode(username, code);
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
        return useAppCode(username, code) || useBackupCode(username, code);
    }

    /**
     * RFC 6238, 5.2: no code is taken twice, and none after a later one. What was used at
     * a time that is still to come was used before the clock was put back.
     */
    private boolean useAppCode(String username, String code) {
        String digits = code.replaceAll("\\s", "");
        long now = stepAt(this.clock.instant());
        Optional<Long> step = stepOf(username, digits, now).filter((it) -> useStep(username, it, now + STEPS_ASIDE));
        step.ifPresent((it) -> forgetStepsBefore(username, stepAt(this.clock.instant().minus(REMEMBERED))));
        return step.isPresent();
    }

    private boolean useStep(String username, long step, long latest) {
        return this.jdbc.sql("""
                insert into used_codes (username, step) select :me, cast(:step as bigint) where not exists
                (select 1 from used_codes where username = :me and step between :step and :latest)""")
            .param("me", username)
            .param("step", step)
            .param("latest", latest)
            .update() > 0;
    }

    private void forgetStepsBefore(String username, long step) {
        this.jdbc.sql("delete from used_codes where username = ? and step < ?").params(username, step).update();
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

    /**
     * The time step in which the app of this person shows these digits. The secret is
     * locked: of two that try one code at once, the second finds it used.
     */
    private Optional<Long> stepOf(String username, String digits, long now) {
        return this.jdbc.sql("select secret from second_factors where username = ? for update")
            .param(username)
            .query(String.class)
            .optional()
            .flatMap((secret) -> LongStream.rangeClosed(now - STEPS_ASIDE, now + STEPS_ASIDE)
                .boxed()
                .filter((step) -> code(secret, step).equals(digits))
                .findFirst());
    }

    private long stepAt(Instant time) {
        return time.getEpochSecond() / this.codes.getTimeStep().toSeconds();
    }

    private String code(String secret, long step) {
        try {
            return this.codes.generateOneTimePasswordString(
                    new SecretKeySpec(new Base32().decode(secret), this.codes.getAlgorithm()),
                    Instant.ofEpochSecond(step * this.codes.getTimeStep().toSeconds()));
        }
        catch (InvalidKeyException ex) {
            throw new IllegalStateException("A secret of our own is no key", ex);
        }
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

package io.deskbell.account;

import java.security.InvalidKeyException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.LongStream;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import javax.crypto.spec.SecretKeySpec;
import lombok.RequiredArgsConstructor;
import org.apache.commons.codec.binary.Base32;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The codes of authenticator apps (TOTP, RFC 6238: six digits, 30 seconds, HMAC-SHA1),
 * each accepted once.
 */
@Component
@RequiredArgsConstructor
class AuthenticatorCodes {

    private static final String ISSUER = "Deskbell";

    /** RFC 4226 recommends 160 bits. */
    private static final int SECRET_BYTES = 20;

    /**
     * Clocks drift and people type slowly, so one step before and one after is accepted
     * (RFC 6238, section 5.2).
     */
    private static final int STEPS_ASIDE = 1;

    /** Longer than a clock is set back by accident. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();

    private final JdbcClient jdbc;

    private final Clock clock;

    String newSecret() {
        return new Base32().encodeAsString(Secrets.bytes(SECRET_BYTES)).replace("=", "");
    }

    /** The {@code otpauth:} address from which an app reads the secret. */
    String uri(String username, String secret) {
        return UriComponentsBuilder.fromUriString("otpauth://totp/{issuer}:{username}")
            .queryParam("secret", secret)
            .queryParam("issuer", ISSUER)
            .buildAndExpand(ISSUER, username)
            .toUriString();
    }

    /**
     * Consumes a correct code. RFC 6238, section 5.2: no code is accepted twice, and none
     * after a later one. Steps used in the future are from before the clock was set back.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean use(String username, String code) {
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

    /**
     * The time step in which this person's app shows these digits. The secret is locked,
     * so that of two concurrent attempts with the same code the second finds it used.
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
            throw new IllegalStateException("A generated secret is not a valid HMAC key", ex);
        }
    }

}

package io.deskbell.testing;

import java.security.InvalidKeyException;
import java.time.Clock;
import java.time.Duration;

import javax.crypto.spec.SecretKeySpec;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import org.apache.commons.codec.binary.Base32;

/** An authenticator app that was told a secret. */
public record Authenticator(String secret, Clock clock) {

    private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator();

    /** What the app shows now. */
    public String code() {
        return code(0);
    }

    /** What it shows so many times 30 seconds from now. */
    public String code(int steps) {
        try {
            return CODES.generateOneTimePasswordString(
                    new SecretKeySpec(new Base32().decode(this.secret), CODES.getAlgorithm()),
                    this.clock.instant().plus(Duration.ofSeconds(30L * steps)));
        }
        catch (InvalidKeyException ex) {
            throw new IllegalStateException(ex);
        }
    }

}

package io.deskbell.account;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

import com.nulabinc.zxcvbn.Pattern;
import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.matchers.Match;
import io.deskbell.shared.Refusal;

import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Refuses common passwords and those that BCrypt would truncate. The minimum length is
 * checked by {@link AccountForm}.
 */
@Component
public class PasswordRules {

    /** BCrypt ignores further bytes. */
    private static final int LONGEST_BYTES = 72;

    /** Loaded lazily: its word lists would slow every start. */
    private final Supplier<Zxcvbn> zxcvbn = SingletonSupplier.of(Zxcvbn::new);

    /**
     * Checks a new password.
     * @throws Refusal {@code INVALID_REQUEST} for the field {@code password}
     */
    public void check(String password) {
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            throw Refusal.invalid("password", "is too long: 72 bytes at most, three for each Korean letter");
        }
        Strength strength = this.zxcvbn.get().measure(password);
        if (strength.getScore() == 0 || isCommon(strength.getSequence())) {
            throw Refusal.invalid("password", "is one of the first that anybody would try; choose another");
        }
    }

    private static boolean isCommon(List<Match> parts) {
        return parts.size() == 1 && parts.getFirst().pattern == Pattern.Dictionary
                && "passwords".equals(parts.getFirst().dictionaryName);
    }

}

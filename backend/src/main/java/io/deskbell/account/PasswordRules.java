package io.deskbell.account;

import java.util.List;

import com.nulabinc.zxcvbn.Pattern;
import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.matchers.Match;
import io.deskbell.shared.Refusal;

import org.springframework.stereotype.Component;

/**
 * What no password may be, however long: one of those that everybody tries first. How
 * long it must be says {@link AccountForm}.
 */
@Component
public class PasswordRules {

    private final Zxcvbn zxcvbn = new Zxcvbn();

    /**
     * Lets a good password pass.
     * @throws Refusal {@code INVALID_REQUEST} for the field {@code password}
     */
    public void check(String password) {
        Strength strength = this.zxcvbn.measure(password);
        if (strength.getScore() == 0 || isCommon(strength.getSequence())) {
            throw Refusal.invalid("password", "is one of the first that anybody would try; choose another");
        }
    }

    private static boolean isCommon(List<Match> parts) {
        return parts.size() == 1 && parts.getFirst().pattern == Pattern.Dictionary
                && "passwords".equals(parts.getFirst().dictionaryName);
    }

}

package io.deskbell.account;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;

import io.deskbell.shared.Refusal;
import io.deskbell.shared.Role;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Creates the account {@code admin} at the first start, or restores it if no admin can
 * sign in any more. This happens before the server listens, so that the correct password
 * is never refused.
 */
@Component
@RequiredArgsConstructor
class FirstAdmin implements SmartInitializingSingleton {

    private static final String USERNAME = "admin";

    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int LENGTH = 20;

    private final Accounts accounts;

    private final AccountAdministration administration;

    private final AccountSettings settings;

    private final Environment environment;

    private final Clock clock;

    @Override
    public void afterSingletonsInstantiated() {
        if (this.accounts.existsAdminAt(this.clock.instant())) {
            return;
        }
        String given = given();
        String password = (given != null) ? given : random();
        if (createOrRestore(password) && given == null) {
            // Printed to the console, not logged: logs are retained and shipped
            // elsewhere.
            System.out.println("Deskbell: sign in as " + USERNAME + " with the password " + password
                    + " (shown this once; change it after signing in)");
        }
    }

    /** Of several servers that start at once, exactly one returns true. */
    private boolean createOrRestore(String password) {
        if (this.accounts.existsById(USERNAME)) {
            return this.administration.restoreAdmin(USERNAME, password);
        }
        try {
            this.administration.create(new AccountForm(USERNAME, "Admin", Role.ADMIN, List.of(), true, 1, password));
            return true;
        }
        catch (DataIntegrityViolationException | Refusal ex) {
            if (!this.accounts.existsAdminAt(this.clock.instant())) {
                throw ex;
            }
            return false;
        }
    }

    private @Nullable String given() {
        String ordinary = this.environment.getProperty("DESKBELL_ADMIN_PASSWORD");
        String given = (ordinary != null) ? ordinary : this.settings.adminPassword();
        return (given != null && !given.isBlank()) ? given : null;
    }

    private static String random() {
        SecureRandom random = new SecureRandom();
        StringBuilder password = new StringBuilder();
        random.ints(LENGTH, 0, ALPHABET.length()).forEach((index) -> password.append(ALPHABET.charAt(index)));
        return password.toString();
    }

}

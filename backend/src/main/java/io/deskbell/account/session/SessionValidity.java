package io.deskbell.account.session;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import io.deskbell.account.Account;
import io.deskbell.account.AccountSettings;
import io.deskbell.account.SecondFactors;
import io.deskbell.account.UserDirectory;
import io.deskbell.account.device.DevicePairing;
import io.deskbell.realtime.AccessPolicy;
import io.deskbell.shared.Caller;
import io.deskbell.shared.Role;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Decides whether signed-in callers may stay signed in, and what is required of them. */
@Component
@RequiredArgsConstructor
public class SessionValidity implements AccessPolicy {

    private final UserDirectory users;

    private final SecondFactors factors;

    private final DevicePairing pairing;

    private final AccountSettings settings;

    /** The caller's status, or empty if the caller may no longer be signed in. */
    public Optional<AuthStatus> of(Caller caller) {
        if (caller.is(Role.DESK)) {
            return Optional.ofNullable(caller.device())
                .flatMap(this.pairing::stillPaired)
                .map((desk) -> new AuthStatus(desk, null));
        }
        return this.users.enabled(caller.username())
            .filter((account) -> account.getRole() == caller.role()
                    && account.getPasswordVersion() == caller.passwordVersion())
            .map((account) -> new AuthStatus(account.caller(), owed(account)));
    }

    private @Nullable RequiredAction owed(Account account) {
        if (account.hasOneTimePassword()) {
            return RequiredAction.PASSWORD;
        }
        boolean needed = this.settings.secondFactorForAdmins() && account.getRole() == Role.ADMIN;
        return (needed && !this.factors.has(account.getUsername())) ? RequiredAction.SECOND_FACTOR : null;
    }

    /**
     * Tests which callers may stay signed in, with one set of queries for any number of
     * them.
     */
    public Predicate<Caller> now() {
        Map<String, Role> users = this.users.roles();
        Set<String> devices = this.pairing.paired();
        return (caller) -> (caller.device() != null) ? devices.contains(caller.device())
                : users.get(caller.username()) == caller.role();
    }

    @Override
    public boolean mayConnect(Caller caller) {
        return of(caller).filter((standing) -> standing.owes() == null).isPresent();
    }

    @Override
    public boolean maySubscribe(Caller caller, String region) {
        return this.users.maySubscribe(caller, region);
    }

}

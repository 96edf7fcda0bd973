package io.deskbell.account;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import io.deskbell.realtime.Memberships;
import io.deskbell.shared.Caller;
import io.deskbell.shared.Role;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** How those who signed in stand now, and whether they may still be in at all. */
@Component
@RequiredArgsConstructor
public class StillIn implements Memberships {

    private final People people;

    private final SecondFactors factors;

    private final Pairing pairing;

    private final AccountSettings settings;

    /** How somebody stands, or nothing once that one may no longer be signed in. */
    public Optional<Standing> of(Caller caller) {
        if (caller.is(Role.DESK)) {
            return Optional.ofNullable(caller.device())
                .flatMap(this.pairing::stillPaired)
                .map((desk) -> new Standing(desk, null));
        }
        return this.people.enabled(caller.username())
            .filter((account) -> account.getRole() == caller.role()
                    && account.getPasswordVersion() == caller.passwordVersion())
            .map((account) -> new Standing(account.caller(), owed(account)));
    }

    private @Nullable Duty owed(Account account) {
        if (account.hasOneTimePassword()) {
            return Duty.PASSWORD;
        }
        boolean needed = this.settings.secondFactorForAdmins() && account.getRole() == Role.ADMIN;
        return (needed && !this.factors.has(account.getUsername())) ? Duty.SECOND_FACTOR : null;
    }

    /** Who may still be in, found out at once for any number of callers. */
    public Predicate<Caller> now() {
        Map<String, Role> people = this.people.roles();
        Set<String> devices = this.pairing.paired();
        return (caller) -> (caller.device() != null) ? devices.contains(caller.device())
                : people.get(caller.username()) == caller.role();
    }

    @Override
    public boolean mayConnect(Caller caller) {
        return of(caller).filter((standing) -> standing.owes() == null).isPresent();
    }

    @Override
    public boolean mayFollow(Caller caller, String region) {
        return this.people.mayFollow(caller, region);
    }

}

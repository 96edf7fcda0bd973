package io.deskbell.account;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import io.deskbell.realtime.Memberships;
import io.deskbell.shared.Caller;
import io.deskbell.shared.ProblemCode;
import io.deskbell.shared.Refusal;
import io.deskbell.shared.Role;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Knows people by their passwords, and whether one who signed in may still be in. */
@Component
public class SignIn implements Memberships {

    private final People people;

    private final Pairing pairing;

    private final PasswordEncoder passwords;

    /** Checked where no such account exists, so that both answers take as long. */
    private final String nobodysHash;

    SignIn(People people, Pairing pairing, PasswordEncoder passwords) {
        this.people = people;
        this.pairing = pairing;
        this.passwords = passwords;
        this.nobodysHash = String.valueOf(passwords.encode("nobody has this password"));
    }

    /**
     * The person with this name and password.
     * @throws Refusal {@code BAD_CREDENTIALS}, the same whatever was wrong
     */
    public Caller byPassword(String username, String password) {
        return known(username, password).map(SignIn::caller)
            .orElseThrow(() -> new Refusal(ProblemCode.BAD_CREDENTIALS, "Username or password is wrong."));
    }

    /** Whether it is the password of this person; nobody's is anything. */
    boolean isPassword(String username, String password) {
        return known(username, password).isPresent();
    }

    private Optional<Account> known(String username, String password) {
        Optional<Account> account = this.people.enabled(username);
        boolean right = this.passwords.matches(password,
                account.map(Account::getPasswordHash).orElse(this.nobodysHash));
        return account.filter((found) -> right);
    }

    /** The caller as it is now, or nothing once it may no longer be signed in. */
    public Optional<Caller> stillIn(Caller caller) {
        if (caller.is(Role.DESK)) {
            return Optional.ofNullable(caller.device()).flatMap(this.pairing::stillPaired);
        }
        return this.people.enabled(caller.username())
            .filter((account) -> account.getRole() == caller.role())
            .map(SignIn::caller);
    }

    /** Who may still be signed in, found out at once for any number of callers. */
    public Predicate<Caller> stillIn() {
        Map<String, Role> people = this.people.roles();
        Set<String> devices = this.pairing.paired();
        return (caller) -> (caller.device() != null) ? devices.contains(caller.device())
                : people.get(caller.username()) == caller.role();
    }

    @Override
    public boolean mayConnect(Caller caller) {
        return stillIn(caller).isPresent();
    }

    @Override
    public boolean mayFollow(Caller caller, String region) {
        return this.people.mayFollow(caller, region);
    }

    private static Caller caller(Account account) {
        return Caller.person(account.getUsername(), account.getDisplayName(), account.getRole());
    }

}

package io.deskbell.account;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.deskbell.account.Accounts.AvailableGuide;
import io.deskbell.account.Accounts.CallLimit;
import io.deskbell.region.RegionDirectory;
import io.deskbell.shared.Caller;
import io.deskbell.shared.Refusal;
import io.deskbell.shared.Role;
import lombok.RequiredArgsConstructor;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What other modules may query about guides and admins. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class UserDirectory {

    private final Accounts accounts;

    private final RegionDirectory directory;

    /** The enabled account of this name. */
    public Optional<Account> enabled(String username) {
        return this.accounts.findByUsernameAndDeletedAtIsNull(username).filter(Account::isEnabled);
    }

    /** Display names by username, including deleted accounts. */
    public Map<String, String> namesOf(Collection<String> usernames) {
        return this.accounts.findAllById(usernames)
            .stream()
            .collect(Collectors.toMap(Account::getUsername, Account::getDisplayName));
    }

    /** The roles of all enabled accounts, by username. */
    public Map<String, Role> roles() {
        return this.accounts.findByEnabledTrueAndDeletedAtIsNull()
            .stream()
            .collect(Collectors.toMap(Accounts.RoleOf::getUsername, Accounts.RoleOf::getRole));
    }

    /** The usernames of the enabled admins. */
    public List<String> admins() {
        return roles().entrySet()
            .stream()
            .filter((person) -> person.getValue() == Role.ADMIN)
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    }

    /** The enabled account, locked until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Account locked(String username) {
        return this.accounts.findAndLockByUsernameAndDeletedAtIsNull(username)
            .filter(Account::isEnabled)
            .orElseThrow(Refusal::notFound);
    }

    /** The enabled guides of a region, by username. */
    public List<Account> guidesOf(String region) {
        return this.accounts.findEnabledOfRegion(region, Role.GUIDE);
    }

    /**
     * The usernames of the enabled guides of a region whose presence is AVAILABLE.
     */
    public List<String> availableGuidesOf(String region) {
        Set<String> available = this.accounts.findAvailableGuides();
        return this.accounts.findUsernamesOfRegion(region).stream().filter(available::contains).toList();
    }

    /** The same for all regions in one query; regions without such guides are absent. */
    public Map<String, Set<String>> availableGuidesByRegion() {
        return this.accounts.findAvailableGuidesOfAll()
            .stream()
            .collect(Collectors.groupingBy(AvailableGuide::getRegion,
                    Collectors.mapping(AvailableGuide::getUsername, Collectors.toSet())));
    }

    /** How many calls each of these guides may have at once, by username. */
    public Map<String, Integer> maxCallsOf(Collection<String> usernames) {
        return this.accounts.findCallLimits(usernames)
            .stream()
            .collect(Collectors.toMap(CallLimit::getUsername, CallLimit::getMaxCalls));
    }

    /**
     * The regions whose calls and notes a guide sees; empty for everybody else.
     */
    public Set<String> regionsOf(Caller caller) {
        return caller.is(Role.GUIDE) ? enabled(caller.username()).map(Account::getRegions).orElse(Set.of()) : Set.of();
    }

    /** Whether this person may subscribe to a region. */
    public boolean maySubscribe(Caller caller, String region) {
        return caller.is(Role.ADMIN) ? this.directory.region(region).isPresent() : regionsOf(caller).contains(region);
    }

    /** Stores a guide's presence without touching the rest of the account. */
    @Transactional
    public void setPresence(String username, PresenceState intent) {
        if (this.accounts.setPresence(username, intent) == 0) {
            throw Refusal.notFound();
        }
    }

}

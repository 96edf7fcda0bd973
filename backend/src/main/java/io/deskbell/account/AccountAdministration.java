package io.deskbell.account;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

import io.deskbell.audit.AuditAction;
import io.deskbell.audit.AuditTrail;
import io.deskbell.region.RegionDirectory;
import io.deskbell.shared.Cursor;
import io.deskbell.shared.Page;
import io.deskbell.shared.PageQuery;
import io.deskbell.shared.ProblemCode;
import io.deskbell.shared.Refusal;
import io.deskbell.shared.Role;
import io.deskbell.shared.web.MergePatch;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Lists, creates, changes and deletes accounts for admins. Password hashing is slow, so
 * it happens before any row is locked.
 */
@Component
@RequiredArgsConstructor
public class AccountAdministration {

    private final Accounts accounts;

    private final RegionDirectory directory;

    private final PasswordEncoder passwords;

    private final PasswordRules rules;

    private final KnownBrowsers browsers;

    private final SecondFactors factors;

    private final MergePatch patch;

    private final ApplicationEventPublisher events;

    private final TransactionOperations transactions;

    private final AuditTrail trail;

    private final Clock clock;

    @Transactional(readOnly = true)
    public Page<AccountForm> list(PageQuery page) {
        Cursor after = page.after(1);
        return Page.of(
                this.accounts.findByDeletedAtIsNullAndUsernameGreaterThanOrderByUsername(
                        (after != null) ? after.string(0) : "", Limit.of(page.size() + 1)),
                page.size(), (account) -> Cursor.after(account.getUsername()), Account::form);
    }

    @Transactional(readOnly = true)
    public AccountForm get(String username) {
        return this.accounts.findByUsernameAndDeletedAtIsNull(username).orElseThrow(Refusal::notFound).form();
    }

    public AccountForm create(AccountForm form) {
        if (form.password() == null) {
            throw Refusal.invalid("password", "is needed, with 10 characters or more");
        }
        if (this.accounts.existsById(form.username())) {
            throw new Refusal(ProblemCode.CONFLICT, "This username is or was somebody's. Choose another.");
        }
        checkBeforeHashing(form);
        String hash = hash(form.password());
        return this.transactions.execute((status) -> {
            check(form);
            this.trail.add(AuditAction.ACCOUNT_CREATED, form.username());
            Account account = this.accounts.insert(new Account(form, hash, this.clock.instant()));
            publishJoinedRegions(form, Set.of());
            return account.form();
        });
    }

    public AccountForm change(String username, ObjectNode given) {
        given.remove("username");
        AccountForm wanted = this.patch.apply(get(username), given);
        checkBeforeHashing(wanted);
        String hash = (wanted.password() != null) ? hash(wanted.password()) : null;
        return this.transactions.execute((status) -> {
            Account account = locked(username, (it) -> change(it, given, hash));
            this.trail.add(AuditAction.ACCOUNT_CHANGED, username);
            return account.form();
        });
    }

    private void change(Account account, ObjectNode given, @Nullable String hash) {
        AccountForm before = account.form();
        AccountForm changed = this.patch.apply(before, given);
        check(changed);
        account.change(changed);
        if (hash != null) {
            account.changePassword(hash);
            this.browsers.forget(account.getUsername());
        }
        publishJoinedRegions(changed, regionsServed(before));
        boolean mayStay = changed.enabled() && changed.role() == before.role() && hash == null
                && changed.regions().equals(before.regions());
        this.events.publishEvent(new AccountChanged(account.getUsername(), mayStay, hash != null));
    }

    /**
     * Restores this admin, whatever became of the account, if no admin can sign in any
     * more.
     * @return whether the account was restored
     */
    public boolean restoreAdmin(String username, String password) {
        String hash = hash(password);
        return Boolean.TRUE.equals(this.transactions.execute((status) -> {
            Instant now = this.clock.instant();
            List<Account> locked = this.accounts.findAndLockWithAdmins(username);
            if (locked.stream().anyMatch((account) -> account.isAdminAt(now))) {
                return false;
            }
            locked.stream().filter((account) -> account.getUsername().equals(username)).forEach((account) -> {
                account.restore(hash);
                this.browsers.forget(username);
                this.factors.forget(username);
                this.trail.add(AuditAction.ACCOUNT_CHANGED, username);
            });
            return true;
        }));
    }

    @Transactional
    public void delete(String username) {
        locked(username, (account) -> account.delete(this.clock.instant()));
        this.trail.add(AuditAction.ACCOUNT_DELETED, username);
        this.events.publishEvent(new AccountChanged(username, false, false));
    }

    private void publishJoinedRegions(AccountForm form, Set<String> before) {
        Set<String> joined = new TreeSet<>(regionsServed(form));
        joined.removeAll(before);
        if (!joined.isEmpty()) {
            this.events.publishEvent(new RegionsJoined(form.username(), joined));
        }
    }

    private static Set<String> regionsServed(AccountForm form) {
        return (form.role() == Role.GUIDE) ? Set.copyOf(form.regions()) : Set.of();
    }

    private String hash(String password) {
        this.rules.check(password);
        return java.util.Objects.requireNonNull(this.passwords.encode(password));
    }

    /**
     * Changes an account under its lock. All admins are locked too, so that the last one
     * who can sign in is never lost.
     * @throws Refusal {@code CONFLICT} if no admin could sign in any more
     */
    private Account locked(String username, Consumer<Account> change) {
        Instant now = this.clock.instant();
        List<Account> locked = this.accounts.findAndLockWithAdmins(username);
        Account account = locked.stream()
            .filter((it) -> it.getUsername().equals(username) && !it.isDeleted())
            .findFirst()
            .orElseThrow(Refusal::notFound);
        boolean wasAdmin = account.isAdminAt(now);
        change.accept(account);
        if (wasAdmin && locked.stream().noneMatch((it) -> it.isAdminAt(now))) {
            throw new Refusal(ProblemCode.CONFLICT, "This is the last admin. Make another one first.");
        }
        return account;
    }

    /**
     * Validates before the password is hashed; everything is checked again under locks.
     */
    private void checkBeforeHashing(AccountForm form) {
        this.transactions.executeWithoutResult((status) -> check(form));
    }

    private void check(AccountForm form) {
        if (form.role() == Role.DESK) {
            throw Refusal.invalid("role", "must be GUIDE or ADMIN");
        }
        Set<String> unknown = this.directory.lockRegions(form.regions());
        if (!unknown.isEmpty()) {
            throw Refusal.invalid("regions", "no region has the code " + String.join(", ", new TreeSet<>(unknown)));
        }
    }

}

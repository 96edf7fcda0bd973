package io.deskbell.account;

import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;

import io.deskbell.audit.AuditAction;
import io.deskbell.audit.AuditTrail;
import io.deskbell.region.Directory;
import io.deskbell.shared.Cursor;
import io.deskbell.shared.Page;
import io.deskbell.shared.PageQuery;
import io.deskbell.shared.ProblemCode;
import io.deskbell.shared.Refusal;
import io.deskbell.shared.Role;
import io.deskbell.shared.web.Partial;
import jakarta.persistence.EntityManager;
import lombok.RequiredArgsConstructor;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How admins keep the accounts. */
@Component
@RequiredArgsConstructor
@Transactional
public class AccountAdministration {

    private final Accounts accounts;

    private final EntityManager entities;

    private final Directory directory;

    private final PasswordEncoder passwords;

    private final PasswordRules rules;

    private final KnownBrowsers browsers;

    private final Partial partial;

    private final ApplicationEventPublisher events;

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
        return account(username).form();
    }

    public AccountForm create(AccountForm form) {
        if (form.password() == null) {
            throw Refusal.invalid("password", "is needed, with 10 characters or more");
        }
        if (this.accounts.existsById(form.username())) {
            throw new Refusal(ProblemCode.CONFLICT, "This username is or was somebody's. Choose another.");
        }
        check(form);
        Account account = new Account(form, hash(form.password()), this.clock.instant());
        // Not save(): it would write over an account made at the same moment.
        this.entities.persist(account);
        this.trail.add(AuditAction.ACCOUNT_CREATED, form.username());
        return account.form();
    }

    public AccountForm change(String username, ObjectNode given) {
        Account account = account(username);
        given.remove("username");
        AccountForm before = account.form();
        AccountForm changed = this.partial.apply(before, given);
        check(changed);
        if (!changed.enabled() || changed.role() != Role.ADMIN) {
            keepAnAdmin(account);
        }
        account.change(changed);
        if (changed.password() != null) {
            account.changePassword(hash(changed.password()));
            this.browsers.forget(username);
        }
        this.trail.add(AuditAction.ACCOUNT_CHANGED, username);
        boolean mayStay = changed.enabled() && changed.role() == before.role() && changed.password() == null
                && changed.regions().equals(before.regions());
        this.events.publishEvent(new AccountChanged(username, mayStay, changed.password() != null));
        return account.form();
    }

    public void delete(String username) {
        Account account = account(username);
        keepAnAdmin(account);
        account.delete(this.clock.instant());
        this.trail.add(AuditAction.ACCOUNT_DELETED, username);
        this.events.publishEvent(new AccountChanged(username, false, false));
    }

    private String hash(String password) {
        this.rules.check(password);
        return java.util.Objects.requireNonNull(this.passwords.encode(password));
    }

    private Account account(String username) {
        return this.accounts.findByUsernameAndDeletedAtIsNull(username).orElseThrow(Refusal::notFound);
    }

    private void check(AccountForm form) {
        if (form.role() == Role.DESK) {
            throw Refusal.invalid("role", "must be GUIDE or ADMIN");
        }
        Set<String> unknown = this.directory.unknown(form.regions());
        if (!unknown.isEmpty()) {
            throw Refusal.invalid("regions", "no region has the code " + String.join(", ", new TreeSet<>(unknown)));
        }
    }

    /** Without an admin nobody could ever mend it from inside. */
    private void keepAnAdmin(Account account) {
        if (account.getRole() == Role.ADMIN && account.isEnabled()
                && !this.accounts.existsByRoleAndEnabledTrueAndUsernameNot(Role.ADMIN, account.getUsername())) {
            throw new Refusal(ProblemCode.CONFLICT, "This is the last admin. Make another one first.");
        }
    }

}

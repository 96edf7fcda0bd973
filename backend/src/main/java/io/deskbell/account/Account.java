package io.deskbell.account;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

import io.deskbell.shared.Caller;
import io.deskbell.shared.Role;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import lombok.Getter;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * A guide's or an admin's account. A deleted account is kept for its history, so its
 * username cannot be reused.
 */
@Entity
@Table(name = "accounts")
@DynamicUpdate
@Getter
public class Account {

    @Id
    private String username;

    private String displayName;

    @Enumerated(EnumType.STRING)
    private Role role;

    private String passwordHash;

    private int passwordVersion;

    private boolean enabled;

    private int maxCalls;

    @Enumerated(EnumType.STRING)
    private PresenceState presence;

    private Instant createdAt;

    private @Nullable Instant deletedAt;

    private @Nullable Instant oneTimeUntil;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "account_regions", joinColumns = @JoinColumn(name = "username"))
    @Column(name = "region")
    private Set<String> regions = new HashSet<>();

    @SuppressWarnings("NullAway.Init")
    protected Account() {
    }

    Account(AccountForm form, String passwordHash, Instant now) {
        this.username = form.username();
        this.passwordHash = passwordHash;
        this.presence = PresenceState.AWAY;
        this.createdAt = now;
        change(form);
    }

    /** Applies the form, except for username and password. */
    final void change(AccountForm form) {
        this.displayName = form.displayName();
        this.role = form.role();
        this.enabled = form.enabled();
        this.maxCalls = form.maxCalls();
        this.regions.clear();
        this.regions.addAll(form.regions());
    }

    /** Sets a permanent password. */
    void changePassword(String hash) {
        this.passwordHash = hash;
        this.oneTimeUntil = null;
        endSignIns();
    }

    /** Invalidates all sessions, and sign-ins that are still being checked. */
    void endSignIns() {
        this.passwordVersion++;
    }

    /** Sets a one-time password, valid until {@code until}. */
    void resetPassword(String hash, Instant until) {
        changePassword(hash);
        this.oneTimeUntil = until;
    }

    public boolean hasOneTimePassword() {
        return this.oneTimeUntil != null;
    }

    void delete(Instant now) {
        this.enabled = false;
        this.deletedAt = now;
        this.regions.clear();
    }

    boolean isDeleted() {
        return this.deletedAt != null;
    }

    /** Whether this is an admin who can sign in. */
    boolean isAdminAt(Instant now) {
        return this.role == Role.ADMIN && this.enabled && (this.oneTimeUntil == null || this.oneTimeUntil.isAfter(now));
    }

    /** Makes this an enabled admin without expiry, whatever it was before. */
    void restore(String hash) {
        this.role = Role.ADMIN;
        this.enabled = true;
        this.deletedAt = null;
        changePassword(hash);
    }

    public Caller caller() {
        return Caller.person(this.username, this.displayName, this.role, this.passwordVersion);
    }

    AccountForm form() {
        return new AccountForm(this.username, this.displayName, this.role, this.regions.stream().sorted().toList(),
                this.enabled, this.maxCalls, null);
    }

}

package io.deskbell.account;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.deskbell.shared.Role;
import io.deskbell.shared.database.InsertOnlyRepository;
import jakarta.persistence.LockModeType;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;

/** All accounts, including deleted ones. */
interface Accounts extends JpaRepository<Account, String>, InsertOnlyRepository<Account> {

    List<Account> findByDeletedAtIsNullAndUsernameGreaterThanOrderByUsername(String after, Limit limit);

    Optional<Account> findByUsernameAndDeletedAtIsNull(String username);

    List<RoleOf> findByEnabledTrueAndDeletedAtIsNull();

    /**
     * Whether any admin can sign in: enabled, with a password that has not expired.
     */
    @Query("""
            select count(a) > 0 from Account a
            where a.role = ADMIN and a.enabled and (a.oneTimeUntil is null or a.oneTimeUntil > :now)""")
    boolean existsAdminAt(Instant now);

    @Query("""
            select a from Account a left join fetch a.regions
            where :region member of a.regions and a.enabled and a.role = :role order by a.username""")
    List<Account> findEnabledOfRegion(String region, Role role);

    @Query("select a.username from Account a where a.presence = AVAILABLE and a.role = GUIDE and a.enabled")
    Set<String> findAvailableGuides();

    @Query("""
            select r as region, a.username as username from Account a join a.regions r
            where a.presence = AVAILABLE and a.role = GUIDE and a.enabled""")
    List<AvailableGuide> findAvailableGuidesOfAll();

    @Query("select a.username as username, a.maxCalls as maxCalls from Account a where a.username in :usernames")
    List<CallLimit> findCallLimits(Collection<String> usernames);

    @NativeQuery("select username from account_regions where region = :region order by username")
    List<String> findUsernamesOfRegion(String region);

    /**
     * Updates one column only: writing back a whole row read earlier could undo an
     * admin's change.
     */
    @Modifying
    @Query("update Account a set a.presence = :presence where a.username = :username and a.enabled")
    int setPresence(String username, PresenceState presence);

    /**
     * Consumes this one-time password, but not one that replaced it meanwhile: of two
     * concurrent attempts, one gets 1 and the other 0. Its expiry is set far in the past,
     * so that setting the clock back does not make it valid again.
     */
    @Modifying
    @Query("""
            update Account a set a.oneTimeUntil = :over
            where a.username = :username and a.passwordVersion = :version and a.oneTimeUntil > :now""")
    int useOneTimePassword(String username, int version, Instant now, Instant over);

    /** Stores a stronger hash of the same password, unless it was changed meanwhile. */
    @Modifying
    @Query("update Account a set a.passwordHash = :stronger where a.username = :username and a.passwordHash = :hash")
    int strengthen(String username, String hash, String stronger);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Account> findAndLockByUsernameAndDeletedAtIsNull(String username);

    /**
     * This account and all enabled admins, locked in a fixed order: if two admins demote
     * each other at once, the second is found to be the last one.
     */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Account a where a.username = :username or a.role = ADMIN and a.enabled order by a.username")
    List<Account> findAndLockWithAdmins(String username);

    /** A user's role. */
    interface RoleOf {

        String getUsername();

        Role getRole();

    }

    /** How many calls a guide may have at once. */
    interface CallLimit {

        String getUsername();

        int getMaxCalls();

    }

    /** A guide who is AVAILABLE, once for each region. */
    interface AvailableGuide {

        String getRegion();

        String getUsername();

    }

}

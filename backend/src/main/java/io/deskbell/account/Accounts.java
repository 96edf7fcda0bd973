package io.deskbell.account;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.deskbell.shared.Role;
import jakarta.persistence.LockModeType;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** All accounts, the deleted ones included. */
interface Accounts extends JpaRepository<Account, String> {

    List<Account> findByDeletedAtIsNullAndUsernameGreaterThanOrderByUsername(String after, Limit limit);

    Optional<Account> findByUsernameAndDeletedAtIsNull(String username);

    List<RoleOf> findByEnabledTrueAndDeletedAtIsNull();

    boolean existsByRole(Role role);

    boolean existsByRoleAndEnabledTrueAndUsernameNot(Role role, String username);

    @Query("""
            select a from Account a left join fetch a.regions
            where :region member of a.regions and a.enabled and a.role = :role order by a.username""")
    List<Account> findEnabledOfRegion(String region, Role role);

    @Query("""
            select a.username from Account a join a.regions r
            where r = :region and a.enabled and a.role = GUIDE and a.presence = AVAILABLE order by a.username""")
    List<String> findAvailableGuides(String region);

    /** One column: a whole row read before an admin's change would undo it. */
    @Modifying
    @Query("update Account a set a.presence = :presence where a.username = :username and a.enabled")
    int say(String username, Presence presence);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Account> findAndLockByUsernameIn(Collection<String> username);

    /** What one may do. */
    interface RoleOf {

        String getUsername();

        Role getRole();

    }

}

package io.deskbell.region;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.persistence.LockModeType;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** All desks. */
interface Desks extends JpaRepository<Desk, String> {

    List<Desk> findByCodeGreaterThanOrderByCode(String after, Limit limit);

    @Query("select d.code from Desk d where d.enabled")
    Set<String> findEnabledCodes();

    /** One column: a whole row read before an admin's change would undo it. */
    @Modifying
    @Query("update Desk d set d.lastSeen = :now where d.code = :code")
    void seen(String code, Instant now);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Desk> findAndLockByCode(String code);

}

package io.deskbell.region;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.deskbell.shared.database.InsertOnlyRepository;
import jakarta.persistence.LockModeType;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** All regions. */
public interface Regions extends JpaRepository<Region, String>, InsertOnlyRepository<Region> {

    List<Region> findByCodeGreaterThanOrderByCode(String after, Limit limit);

    List<Region> findByCodeInOrderByCode(Collection<String> codes);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Region> findAndLockByCode(String code);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    List<Region> findAndLockByCodeInOrderByCode(Collection<String> codes);

    /** All regions, locked in a fixed order to avoid deadlocks. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Region r order by r.code")
    List<Region> findAndLockAll();

}

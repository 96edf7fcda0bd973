package io.deskbell.account.device;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

import io.deskbell.shared.database.InsertOnlyRepository;
import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** All paired devices. */
interface DeskDevices extends JpaRepository<DeskDevice, String>, InsertOnlyRepository<DeskDevice> {

    @Query("select distinct d.desk from DeskDevice d where d.desk in :desks")
    Set<String> findPairedOf(Collection<String> desks);

    @Query("select d.tokenHash from DeskDevice d where d.desk in :desks")
    Set<String> findTokenHashesOf(Collection<String> desks);

    @Modifying
    @Query("delete from DeskDevice d where d.desk = :desk")
    void forgetAllOf(String desk);

    @Modifying
    @Query("delete from DeskDevice d where d.tokenHash = :device")
    void forget(String device);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<DeskDevice> findAndLockByTokenHash(String device);

    /**
     * Records that a copy was noticed, unless one was already reported since
     * {@code since}.
     */
    @Modifying
    @Query("""
            update DeskDevice d set d.copyNoticedAt = :now
            where d.tokenHash = :device and (d.copyNoticedAt is null or d.copyNoticedAt < :since)""")
    int noticeCopy(String device, Instant now, Instant since);

}

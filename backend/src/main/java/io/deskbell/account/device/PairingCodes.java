package io.deskbell.account.device;

import java.util.Optional;

import io.deskbell.shared.database.InsertOnlyRepository;
import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** All pairing codes that may still be valid. */
interface PairingCodes extends JpaRepository<PairingCode, String>, InsertOnlyRepository<PairingCode> {

    @Query("select c.desk from PairingCode c where c.codeHash = :codeHash")
    Optional<String> findDesk(String codeHash);

    /** Locks the code, waiting for a clock adjustment that is shifting its expiry. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<PairingCode> findAndLockByCodeHash(String codeHash);

    @Modifying
    @Query("delete from PairingCode c where c.desk = :desk and c.expiresAt is not null")
    void clear(String desk);

}

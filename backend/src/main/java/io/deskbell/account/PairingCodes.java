package io.deskbell.account;

import io.deskbell.shared.Inserting;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** All pairing codes that may still be good. */
interface PairingCodes extends JpaRepository<PairingCode, String>, Inserting<PairingCode> {

    /** Uses a code up: of two that try at once, one gets 1 and the other 0. */
    @Modifying
    @Query("delete from PairingCode c where c.codeHash = :codeHash")
    int use(String codeHash);

    @Modifying
    @Query("delete from PairingCode c where c.desk = :desk and c.expiresAt is not null")
    void clear(String desk);

}

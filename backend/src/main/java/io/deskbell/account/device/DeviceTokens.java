package io.deskbell.account.device;

import java.time.Instant;

import io.deskbell.shared.database.InsertOnlyRepository;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** All tokens of paired devices, the replaced ones too: they tell of a copy. */
interface DeviceTokens extends JpaRepository<DeviceToken, String>, InsertOnlyRepository<DeviceToken> {

    /** Whether a later token of the device has come back. */
    boolean existsByDeviceAndIssuedAtAfterAndUsedAtNotNull(String device, Instant issuedAt);

    /** It came back, so the browser has it: the ones before it are in no honest hands. */
    @Modifying
    @Query("update DeviceToken t set t.usedAt = :now where t.tokenHash = :token and t.usedAt is null")
    void use(String token, Instant now);

}

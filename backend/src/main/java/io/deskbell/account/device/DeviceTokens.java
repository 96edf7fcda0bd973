package io.deskbell.account.device;

import java.time.Instant;

import io.deskbell.shared.database.InsertOnlyRepository;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** All tokens of paired devices, including replaced ones, which reveal copies. */
interface DeviceTokens extends JpaRepository<DeviceToken, String>, InsertOnlyRepository<DeviceToken> {

    /** Whether a later token of the device has been used. */
    boolean existsByDeviceAndIssuedAtAfterAndUsedAtNotNull(String device, Instant issuedAt);

    /**
     * Records the first use of a token: the browser has it, so earlier tokens are no
     * longer valid.
     */
    @Modifying
    @Query("update DeviceToken t set t.usedAt = :now where t.tokenHash = :token and t.usedAt is null")
    void use(String token, Instant now);

}

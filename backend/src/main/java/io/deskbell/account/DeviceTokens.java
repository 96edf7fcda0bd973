package io.deskbell.account;

import java.time.Instant;

import org.springframework.data.jpa.repository.JpaRepository;

/** All tokens of paired devices, the replaced ones too: they tell of a copy. */
interface DeviceTokens extends JpaRepository<DeviceToken, String> {

    /** Whether a later token of the device has come back. */
    boolean existsByDeviceAndIssuedAtAfterAndUsedAtNotNull(String device, Instant issuedAt);

}

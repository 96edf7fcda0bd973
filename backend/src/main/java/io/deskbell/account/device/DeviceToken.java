package io.deskbell.account.device;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import lombok.Getter;
import org.jspecify.annotations.Nullable;

/**
 * The token in a paired browser's cookie, identified by its hash. It is replaced from
 * time to time.
 */
@Entity
@Table(name = "device_tokens")
@Getter
class DeviceToken {

    @Id
    private String tokenHash;

    private String device;

    private Instant issuedAt;

    private @Nullable Instant usedAt;

    @SuppressWarnings("NullAway.Init")
    protected DeviceToken() {
    }

    DeviceToken(String tokenHash, String device, Instant issuedAt) {
        this.tokenHash = tokenHash;
        this.device = device;
        this.issuedAt = issuedAt;
    }

}

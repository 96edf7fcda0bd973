package io.deskbell.account.device;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import lombok.Getter;
import org.jspecify.annotations.Nullable;

/**
 * A code that pairs a browser with a desk, identified by its hash: single-use and
 * temporary or, in the demo, permanent.
 */
@Entity
@Table(name = "pairing_codes")
@Getter
class PairingCode {

    @Id
    private String codeHash;

    private String desk;

    private @Nullable Instant expiresAt;

    @SuppressWarnings("NullAway.Init")
    protected PairingCode() {
    }

    PairingCode(String codeHash, String desk, @Nullable Instant expiresAt) {
        this.codeHash = codeHash;
        this.desk = desk;
        this.expiresAt = expiresAt;
    }

    boolean isReusable() {
        return this.expiresAt == null;
    }

    boolean isGood(Instant now) {
        return this.expiresAt == null || now.isBefore(this.expiresAt);
    }

}

package io.deskbell.account.device;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import lombok.Getter;
import org.jspecify.annotations.Nullable;

/** A browser paired with a desk, identified by the hash of its first token. */
@Entity
@Table(name = "desk_devices")
@Getter
class DeskDevice {

    @Id
    private String tokenHash;

    private String desk;

    private Instant pairedAt;

    private @Nullable Instant copyNoticedAt;

    @SuppressWarnings("NullAway.Init")
    protected DeskDevice() {
    }

    DeskDevice(String tokenHash, String desk, Instant pairedAt) {
        this.tokenHash = tokenHash;
        this.desk = desk;
        this.pairedAt = pairedAt;
    }

}

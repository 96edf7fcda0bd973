package io.deskbell.call.transfer;

import java.util.Objects;
import java.util.Set;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * To whom a call is transferred: one guide or the guides of a region.
 */
@Embeddable
public record TransferTarget(@Column(name = "transfer_username") @Nullable String username,
        @Column(name = "transfer_region") @Nullable String region,
        @Column(name = "transfer_reason") @Nullable String reason) {

    /** The username or the region's code. */
    String nameOrCode() {
        return Objects.requireNonNull((this.username != null) ? this.username : this.region);
    }

    /** Whether it is for this guide, by name or by one of the regions served. */
    public boolean isTo(String guide, Set<String> regions) {
        return guide.equals(this.username) || (this.region != null && regions.contains(this.region));
    }

}

package io.deskbell.call;

import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * To whom a call is handed on: one guide or the guides of a region.
 */
public record Transfer(@Nullable String username, @Nullable String region, @Nullable String reason) {

    /** The username or the region's code. */
    String nameOrCode() {
        return Objects.requireNonNull((this.username != null) ? this.username : this.region);
    }

    /** Whether it is handed to this guide, who serves these regions. */
    boolean isTo(String guide, Set<String> regions) {
        return guide.equals(this.username) || (this.region != null && regions.contains(this.region));
    }

}

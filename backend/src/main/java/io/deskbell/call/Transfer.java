package io.deskbell.call;

import org.jspecify.annotations.Nullable;

/**
 * To whom a call is handed on: one guide or the guides of a region.
 */
public record Transfer(@Nullable String username, @Nullable String region, @Nullable String reason) {

    /** Whether it is handed to this guide, who serves these regions. */
    boolean isTo(String guide, java.util.Set<String> regions) {
        return guide.equals(this.username) || (this.region != null && regions.contains(this.region));
    }

}

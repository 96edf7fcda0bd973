package io.deskbell.call;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import lombok.AccessLevel;
import lombok.Getter;
import org.jspecify.annotations.Nullable;

/** Where a call rings, who has declined it, and how far it has escalated. */
@Embeddable
@Getter
public class Ringing {

    /** The region of its desk. */
    private String region;

    /** Where it rings besides. */
    @Getter(AccessLevel.NONE)
    private @Nullable String alsoRegions;

    @Getter(AccessLevel.NONE)
    private @Nullable String declinedBy;

    /** Null while it does not ring. */
    @Embedded
    private @Nullable Ring ring;

    @SuppressWarnings("NullAway.Init")
    protected Ringing() {
    }

    Ringing(String region, Instant now) {
        this.region = region;
        this.ring = Ring.from(now);
    }

    void start(Instant now) {
        this.ring = Ring.from(now);
    }

    void stop() {
        this.ring = null;
    }

    public void reminded(Instant now) {
        this.ring = current().reminded(now);
    }

    /**
     * Rings in one region more.
     * @param more null where there is none
     */
    public void widened(@Nullable String more, Instant now) {
        this.ring = current().widened(now);
        if (more != null) {
            this.alsoRegions = DelimitedSet.with(this.alsoRegions, more);
        }
    }

    public void adminsTold(Instant now) {
        this.ring = current().adminsTold(now);
    }

    /** This guide is not alerted any more, unless all are asked anew. */
    void declined(String username) {
        this.declinedBy = DelimitedSet.with(this.declinedBy, username);
    }

    /**
     * Those who declined may be asked again.
     * @param more a region to ask as well; null for none
     */
    void askAnew(@Nullable String more) {
        this.declinedBy = null;
        if (more != null && !more.equals(this.region)) {
            this.alsoRegions = DelimitedSet.with(this.alsoRegions, more);
        }
    }

    /** The system clock was set. */
    void move(Duration by) {
        this.ring = (this.ring != null) ? this.ring.moved(by) : null;
    }

    /** Where it rings or rang, the region of its desk first. */
    public Set<String> getRegions() {
        Set<String> regions = new LinkedHashSet<>(Set.of(this.region));
        regions.addAll(DelimitedSet.of(this.alsoRegions));
        return regions;
    }

    public boolean isInAnyOf(Set<String> regions) {
        return getRegions().stream().anyMatch(regions::contains);
    }

    /** The guides who have declined it since it rings or is being transferred. */
    public Set<String> getDeclinedBy() {
        return DelimitedSet.of(this.declinedBy);
    }

    private Ring current() {
        return Objects.requireNonNull(this.ring);
    }

}

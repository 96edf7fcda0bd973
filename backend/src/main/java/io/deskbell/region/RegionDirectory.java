package io.deskbell.region;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What other modules may query about regions and desks. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class RegionDirectory {

    private final Regions regions;

    private final Desks desks;

    public Optional<Region> region(String code) {
        return this.regions.findById(code);
    }

    /** Whether the region exists and is open at that time. */
    public boolean isOpen(String region, Instant at) {
        return region(region).filter((found) -> found.isOpenAt(at)).isPresent();
    }

    /** When it opens next; null while it is open, or if it never opens again. */
    public @Nullable Instant opensAfter(String region, Instant at) {
        return region(region).flatMap((found) -> found.opensAfter(at)).orElse(null);
    }

    /** The region that is alerted too if nobody of this one answers. */
    public Optional<String> fallbackOf(String region) {
        return region(region).map(Region::getFallback);
    }

    public Optional<Desk> desk(String code) {
        return this.desks.findById(code);
    }

    /** The codes of all enabled desks. */
    public Set<String> enabledDesks() {
        return this.desks.findEnabledCodes();
    }

    /**
     * The desk, locked until the transaction ends, to serialise its concurrent requests.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Desk> lockedDesk(String code) {
        return this.desks.findAndLockByCode(code);
    }

    /** All regions, sorted by code. */
    public List<Region> regions() {
        return this.regions.findAll(Sort.by("code"));
    }

    /** Those of the given regions that exist, sorted by code. */
    public List<CodeAndName> named(Collection<String> codes) {
        return this.regions.findByCodeInOrderByCode(codes).stream().map(CodeAndName::of).toList();
    }

    /** All regions, sorted by code: those an admin may subscribe to. */
    public List<CodeAndName> all() {
        return regions().stream().map(CodeAndName::of).toList();
    }

    /**
     * Locks these regions until the transaction ends, so that none is deleted while it is
     * being referred to.
     * @return the codes that do not exist
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<String> lockRegions(Collection<String> codes) {
        Set<String> known = this.regions.findAndLockByCodeInOrderByCode(codes)
            .stream()
            .map(Region::getCode)
            .collect(Collectors.toSet());
        return codes.stream().filter((code) -> !known.contains(code)).collect(Collectors.toSet());
    }

}

package io.deskbell.region;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.deskbell.shared.database.InsertOnlyRepository;
import jakarta.persistence.LockModeType;
import jakarta.persistence.QueryHint;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;

/** All desks. */
public interface Desks extends JpaRepository<Desk, String>, InsertOnlyRepository<Desk> {

    /** {@link org.hibernate.Timeouts#SKIP_LOCKED_MILLI}, as a hint has it. */
    String SKIP_LOCKED = "-2";

    List<Desk> findByCodeGreaterThanOrderByCode(String after, Limit limit);

    @Query("select d.code from Desk d where d.enabled")
    Set<String> findEnabledCodes();

    /** What is known of each desk that may have to be looked at. */
    @Query("""
            select new io.deskbell.region.Desks$Watched(d.code, d.enabled, d.offlineSince, d.offlineToldAt) from Desk d
            where d.enabled or d.offlineSince is not null""")
    List<Watched> findWatched();

    @Query("select d.code from Desk d where d.offlineDueAt <= :now order by d.offlineDueAt")
    List<String> findDue(Instant now);

    /** Those of a region of which nobody was told yet that they are gone. */
    @Query("""
            select d.code from Desk d
            where d.region = :region and d.offlineSince is not null and d.offlineToldAt is null""")
    List<String> findGoneOf(String region);

    List<Desk> findByRegionOrderByCode(String region);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Desk> findAndLockByCode(String code);

    /** Nothing where another server, or somebody's change, has it now. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @QueryHints(@QueryHint(name = "jakarta.persistence.lock.timeout", value = SKIP_LOCKED))
    Optional<Desk> findAndClaimByCode(String code);

    /**
     * How one desk was last found.
     *
     * @param since since when it is gone, null where it is not
     * @param toldAt when its region was told
     */
    record Watched(String code, boolean enabled, @Nullable Instant since, @Nullable Instant toldAt) {
    }

}

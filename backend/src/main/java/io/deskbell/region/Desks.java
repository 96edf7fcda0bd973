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

    /**
     * {@link org.hibernate.Timeouts#SKIP_LOCKED_MILLI} as the text that a query hint
     * needs.
     */
    String SKIP_LOCKED = "-2";

    List<Desk> findByCodeGreaterThanOrderByCode(String after, Limit limit);

    @Query("select d.code from Desk d where d.enabled")
    Set<String> findEnabledCodes();

    /** The monitoring state of each desk that may need a check. */
    @Query("""
            select new io.deskbell.region.Desks$Watched(d.code, d.enabled, d.offlineSince, d.offlineToldAt) from Desk d
            where d.enabled or d.offlineSince is not null""")
    List<Watched> findWatched();

    @Query("select d.code from Desk d where d.offlineDueAt <= :now order by d.offlineDueAt")
    List<String> findDue(Instant now);

    /** The desks of a region that are offline but not yet reported. */
    @Query("""
            select d.code from Desk d
            where d.region = :region and d.offlineSince is not null and d.offlineToldAt is null""")
    List<String> findGoneOf(String region);

    List<Desk> findByRegionOrderByCode(String region);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Desk> findAndLockByCode(String code);

    /** Empty if another transaction holds the desk. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @QueryHints(@QueryHint(name = "jakarta.persistence.lock.timeout", value = SKIP_LOCKED))
    Optional<Desk> findAndClaimByCode(String code);

    /**
     * The monitoring state of one desk.
     *
     * @param since since when it is offline, or null
     * @param toldAt when that was reported, or null
     */
    record Watched(String code, boolean enabled, @Nullable Instant since, @Nullable Instant toldAt) {
    }

}

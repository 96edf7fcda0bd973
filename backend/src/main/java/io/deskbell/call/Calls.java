package io.deskbell.call;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;
import jakarta.persistence.QueryHint;
import org.jspecify.annotations.Nullable;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;

/** The calls. */
public interface Calls extends JpaRepository<Call, UUID> {

    /** What Hibernate takes for {@code for update skip locked}. */
    String SKIP_LOCKED = "-2";

    @Query("select c from Call c where c.parties.desk = :desk and c.press.requestId = :requestId")
    Optional<Call> findByRequest(String desk, String requestId);

    Optional<Call> findByOpenDesk(String desk);

    List<Call> findByNumberIn(Collection<Long> numbers);

    /** The open calls, in the order of ringing. */
    @Query("select c from Call c where c.state in (RINGING, ACTIVE) order by c.number")
    List<Call> findOpen();

    /** The open calls that may concern this guide. */
    @Query("""
            select c from Call c where c.state in (RINGING, ACTIVE) and (c.parties.guide = :guide or c.pendingTransfer.to.username = :guide
            or c.ringing.region in :regions or c.pendingTransfer.to.region in :regions or c.ringing.alsoRegions is not null)""")
    List<Call> findOpenFor(String guide, Collection<String> regions);

    List<Call> findByPartiesGuideAndStateOrderByNumberDesc(String guide, CallState state);

    int countByPartiesGuideAndState(String guide, CallState state);

    /** Of all guides: for a few, H2 would read all calls that they ever had. */
    @Query("select c.parties.guide as guide, count(c) as calls from Call c where c.state = ACTIVE group by c.parties.guide")
    List<Load> countActive();

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Call> findAndLockById(UUID id);

    @Query("select c.id from Call c where c.openDesk = :desk")
    List<UUID> findOpenOfDesk(String desk);

    @Query("select c.id from Call c where c.parties.guide = :guide and c.state = ACTIVE")
    List<UUID> findActiveOfGuide(String guide);

    /** The call, locked, unless it is locked already. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @QueryHints(@QueryHint(name = "jakarta.persistence.lock.timeout", value = SKIP_LOCKED))
    Optional<Call> findFreeAndLockById(UUID id);

    /** The calls with a timer that is due. */
    default List<UUID> findDue(Instant now) {
        return findDueFrom(Instant.EPOCH, now);
    }

    /** Without a lower bound H2 would also read all calls without a timer. */
    @Query("select c.id from Call c where c.dueAt >= :first and c.dueAt <= :now order by c.dueAt")
    List<UUID> findDueFrom(Instant first, Instant now);

    /** Tries the timers of a call again later. */
    @Modifying
    @Query("update Call c set c.dueAt = :until where c.id = :id")
    void postpone(UUID id, Instant until);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Call c where c.state in (RINGING, ACTIVE) order by c.number")
    List<Call> findAndLockOpen();

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    List<Call> findAndLockByTimesEndedAtAfter(Instant time);

    /** The calls that ring in a region, or are transferred to it. */
    default List<Call> findRingingIn(String region) {
        return findRingingNear(region).stream()
            .filter((call) -> call.getRinging().getRegions().contains(region))
            .toList();
    }

    /** Includes all that ring in further regions, of which this may be one. */
    @Query("""
            select c from Call c where c.state in (RINGING, ACTIVE)
            and (c.ringing.region = :region or c.ringing.alsoRegions is not null)
            and (c.state = RINGING or c.pendingTransfer.to.region = :region) order by c.number""")
    List<Call> findRingingNear(String region);

    /** Those transferred to this guide, or ringing again because this guide was lost. */
    @Query("""
            select c from Call c where c.state in (RINGING, ACTIVE) and (c.pendingTransfer.to.username = :guide
            or (c.parties.guide = :guide and c.state = RINGING)) order by c.number""")
    List<Call> findAsking(String guide);

    /** The parties of each open call, and whether they were connected. */
    @Query("""
            select c.id as id, c.parties.desk as desk, c.parties.guide as guide, c.state as state,
            c.parties.guideGoneAt as guideGoneAt, c.parties.deskGoneAt as deskGoneAt from Call c where c.state in (RINGING, ACTIVE)""")
    List<Sides> findSides();

    /** How many calls a guide has. */
    interface Load {

        String getGuide();

        int getCalls();

    }

    /** The parties of a call, and until when to wait for one who is gone. */
    interface Sides {

        UUID getId();

        String getDesk();

        @Nullable String getGuide();

        CallState getState();

        @Nullable Instant getGuideGoneAt();

        @Nullable Instant getDeskGoneAt();

    }

}

package io.deskbell.call;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** All calls. */
interface Calls extends JpaRepository<Call, UUID>, JpaSpecificationExecutor<Call> {

    Optional<Call> findByDeskAndRequestId(String desk, String requestId);

    Optional<Call> findByOpenDesk(String desk);

    List<Call> findByGuideAndStateOrderByNumberDesc(String guide, CallState state);

    List<Call> findByRegionAndStateOrderByNumber(String region, CallState state);

    List<Call> findByStateAndRingAtLessThanEqual(CallState state, Instant ringAt);

    int countByGuideAndState(String guide, CallState state);

    @Query("select c.guide as guide, count(c) as calls from Call c where c.guide in :guides and c.state = ACTIVE group by c.guide")
    List<Load> countActive(Collection<String> guides);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Call> findAndLockById(UUID id);

    @Query("select c.id from Call c where c.openDesk = :desk")
    List<UUID> findOpenOfDesk(String desk);

    @Query("select c.id from Call c where c.guide = :guide and c.state = ACTIVE")
    List<UUID> findActiveOfGuide(String guide);

    /**
     * Lets the version of an open call grow although only what lies around it changed.
     */
    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("update Call c set c.version = c.version + 1 where c.id = :id and c.openDesk is not null")
    int touch(UUID id);

    /** The claim: of any number of guides at once, one gets 1 and all others 0. */
    @Modifying(clearAutomatically = true)
    @Query("""
            update Call c set c.state = ACTIVE, c.guide = :guide, c.guideName = :name, c.acceptedAt = :now,
            c.version = c.version + 1 where c.id = :id and c.state = RINGING""")
    int claim(UUID id, String guide, String name, Instant now);

    /** How many calls a guide has. */
    interface Load {

        String getGuide();

        int getCalls();

    }

}

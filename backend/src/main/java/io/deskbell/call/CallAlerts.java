package io.deskbell.call;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;

/** All alerts. */
interface CallAlerts extends JpaRepository<Alert, Alert.Key> {

    int countByCallId(UUID callId);

    int countByCallIdAndSeenAtIsNotNull(UUID callId);

    /**
     * Keeps who was alerted, but for those already kept: one statement, however many they
     * are.
     */
    default void sent(UUID callId, Collection<String> usernames, Instant now) {
        insert(callId, usernames.toArray(String[]::new), now);
    }

    @Modifying
    @NativeQuery("""
            insert into call_alerts (call_id, username, sent_at)
            select cast(:callId as uuid), username, cast(:now as timestamp with time zone)
            from unnest(cast(:usernames as varchar array)) as guides(username)
            where not exists (select 1 from call_alerts a where a.call_id = cast(:callId as uuid)
                and a.username = guides.username)""")
    void insert(UUID callId, String[] usernames, Instant now);

}

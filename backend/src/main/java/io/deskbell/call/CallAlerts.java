package io.deskbell.call;

import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;

/** All alerts. */
interface CallAlerts extends JpaRepository<Alert, Alert.Key> {

    int countByCallId(UUID callId);

    int countByCallIdAndSeenAtIsNotNull(UUID callId);

}

package io.deskbell.call;

import java.util.List;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;

/** All alerts that were answered. */
interface CallAlerts extends JpaRepository<Alert, Alert.Key> {

    List<Alert> findByCallId(UUID callId);

}

package io.deskbell.call.alert;

import java.util.List;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;

/** All alerts that were answered. */
public interface CallAlerts extends JpaRepository<Alert, Alert.Key> {

    List<Alert> findByCallId(UUID callId);

}

package io.deskbell.call.alert;

import java.util.List;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;

/** The alerts to which somebody responded. */
public interface CallAlerts extends JpaRepository<Alert, Alert.Key> {

    List<Alert> findByCallId(UUID callId);

}

package io.deskbell.region.monitor;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.deskbell.realtime.ConnectionsChanged;
import io.deskbell.realtime.OpenConnections;
import io.deskbell.realtime.Publisher;
import io.deskbell.region.DeskSettings;
import io.deskbell.region.Desks;
import io.deskbell.region.PairedDesks;
import io.deskbell.shared.Caller;
import lombok.RequiredArgsConstructor;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Records when a desk connects and disconnects, and publishes it to its region. */
@Component
@RequiredArgsConstructor
class DeskConnectionTracker {

    private final Desks desks;

    private final Publisher publisher;

    private final PairedDesks paired;

    private final OpenConnections connections;

    private final DeskSettings settings;

    private final Clock clock;

    private final TransactionOperations transactions;

    /** The usernames of the desks last seen connected. */
    private final Set<String> lastConnected = ConcurrentHashMap.newKeySet();

    @EventListener
    void on(ConnectionsChanged change) {
        change.usernames()
            .stream()
            .filter(Caller::isDesk)
            .forEach((desk) -> this.transactions.executeWithoutResult((transaction) -> publishStatus(desk)));
    }

    /**
     * Publishes the desk's current state; a recheck may be requested without a change of
     * connection.
     */
    private void publishStatus(String username) {
        String code = Caller.deskOf(username);
        this.desks.findAndLockByCode(code).ifPresent((desk) -> {
            boolean online = this.connections.isConnected(username);
            if (online ? this.lastConnected.add(code) : this.lastConnected.remove(code)) {
                Instant now = this.clock.instant();
                desk.seen(now, online, now.plus(this.settings.deskOfflineAfter()));
            }
            this.publisher.toRegion(desk.getRegion(), new DeskUpdate("DESK", code, online, desk.getName(),
                    desk.getNames(), desk.isEnabled(), !this.paired.pairedOf(Set.of(code)).isEmpty()));
        });
    }

    /**
     * Published to the region's topic: a desk connected, disconnected, was paired or
     * changed.
     */
    record DeskUpdate(String type, String desk, boolean online, String name,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> names, boolean enabled, boolean paired) {
    }

}

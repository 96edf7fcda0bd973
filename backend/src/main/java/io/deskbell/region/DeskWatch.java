package io.deskbell.region;

import java.time.Clock;
import java.time.Instant;

import io.deskbell.realtime.ConnectionsChanged;
import io.deskbell.realtime.Publisher;
import io.deskbell.realtime.Sockets;
import io.deskbell.shared.Caller;
import lombok.RequiredArgsConstructor;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Notes when a desk comes and goes, and tells its region. */
@Component
@RequiredArgsConstructor
class DeskWatch {

    private final Desks desks;

    private final Publisher publisher;

    private final Sockets sockets;

    private final DeskSettings settings;

    private final Clock clock;

    private final TransactionOperations transactions;

    @EventListener
    void on(ConnectionsChanged change) {
        change.usernames()
            .stream()
            .filter(Caller::isDesk)
            .forEach((desk) -> this.transactions.executeWithoutResult((transaction) -> tell(desk)));
    }

    private void tell(String username) {
        this.desks.findAndLockByCode(Caller.deskOf(username)).ifPresent((desk) -> {
            boolean online = this.sockets.isConnected(username);
            Instant now = this.clock.instant();
            desk.seen(now, online, now.plus(this.settings.deskOfflineAfter()));
            this.publisher.toRegion(desk.getRegion(), new DeskConnection(desk.getCode(), online));
        });
    }

    /** The region's topic: a desk came or went. */
    record DeskConnection(String type, String desk, boolean online) {

        DeskConnection(String desk, boolean online) {
            this("DESK", desk, online);
        }

    }

}

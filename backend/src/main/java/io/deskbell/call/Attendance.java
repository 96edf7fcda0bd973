package io.deskbell.call;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.deskbell.call.Calls.Sides;
import io.deskbell.realtime.ConnectionsChanged;
import io.deskbell.realtime.Sockets;
import io.deskbell.shared.Caller;
import lombok.RequiredArgsConstructor;

import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Whether the two of a call are there. Who goes has a time of grace, which stands in the
 * call's row; a reload within it changes nothing.
 */
@Component
@RequiredArgsConstructor
class Attendance {

    private final Calls calls;

    private final Sockets sockets;

    private final Announcer announcer;

    private final RoutingSettings settings;

    private final Clock clock;

    private final TransactionOperations transactions;

    @EventListener
    void on(ConnectionsChanged change) {
        change.usernames().stream().flatMap(this::callsOf).forEach(this::look);
    }

    /** Nobody tells of those who left when the server stopped, or with another server. */
    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void lookAtAll() {
        this.calls.findSides().stream().filter(this::isNews).map(Sides::getId).forEach(this::look);
    }

    private boolean isNews(Sides call) {
        String guide = call.getGuide();
        boolean guideNews = call.getState() == CallState.ACTIVE && guide != null
                && this.sockets.isConnected(guide) == (call.getGuideGoneAt() != null);
        return guideNews || isDeskThere(call.getDesk()) == (call.getDeskGoneAt() != null);
    }

    private void look(UUID id) {
        this.transactions.executeWithoutResult((transaction) -> this.calls.findAndLockById(id).ifPresent(this::look));
    }

    private void look(Call call) {
        Instant now = this.clock.instant();
        boolean guideNews = call.getGuide() != null
                && call.guideIs(this.sockets.isConnected(call.getGuide()), now.plus(this.settings.guideGoneAfter()));
        boolean deskNews = call.deskIs(isDeskThere(call.getDesk()), now.plus(this.settings.deskGoneAfter()));
        if (guideNews || deskNews) {
            this.announcer.changed(call);
        }
    }

    private boolean isDeskThere(String desk) {
        return this.sockets.isConnected(Caller.usernameOfDesk(desk));
    }

    private Stream<UUID> callsOf(String username) {
        return (Caller.isDesk(username) ? this.calls.findOpenOfDesk(Caller.deskOf(username))
                : this.calls.findActiveOfGuide(username))
            .stream();
    }

}

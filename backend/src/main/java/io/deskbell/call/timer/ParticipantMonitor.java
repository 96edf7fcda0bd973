package io.deskbell.call.timer;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.deskbell.account.UserDirectory;
import io.deskbell.call.Call;
import io.deskbell.call.CallBroadcaster;
import io.deskbell.call.CallState;
import io.deskbell.call.Calls.Sides;
import io.deskbell.call.Calls;
import io.deskbell.call.RoutingSettings;
import io.deskbell.presence.PresenceSettings;
import io.deskbell.realtime.ConnectionsChanged;
import io.deskbell.realtime.OpenConnections;
import io.deskbell.shared.Caller;
import io.deskbell.shared.Role;
import io.deskbell.shared.database.TransactionPerItem;
import lombok.RequiredArgsConstructor;

import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Watches whether the participants of calls are connected. Whoever disconnects has a
 * grace period, stored in the call's row; a reload within it changes nothing.
 */
@Component
@RequiredArgsConstructor
class ParticipantMonitor {

    private final Calls calls;

    private final UserDirectory users;

    private final OpenConnections connections;

    private final CallBroadcaster broadcaster;

    private final RoutingSettings settings;

    private final PresenceSettings presenceSettings;

    private final Clock clock;

    private final TransactionPerItem transactions;

    @EventListener
    void on(ConnectionsChanged change) {
        change.usernames().stream().flatMap(this::callsOf).forEach(this::look);
    }

    /** Disconnects are not announced when this server, or another one, stops. */
    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void lookAtAll() {
        this.calls.findSides().stream().filter(this::isNews).map(Sides::getId).forEach(this::look);
    }

    private boolean isNews(Sides call) {
        String guide = call.getGuide();
        boolean guideNews = call.getState() == CallState.ACTIVE && guide != null
                && this.connections.isConnected(guide) == (call.getGuideGoneAt() != null);
        return guideNews || isDeskConnected(call.getDesk()) == (call.getDeskGoneAt() != null);
    }

    /**
     * A call for which this fails is looked at again soon, and does not hold up others.
     */
    private void look(UUID id) {
        this.transactions.run("Failed to record participant presence of call {}", id,
                () -> this.calls.findAndLockById(id).ifPresent((call) -> look(call)));
    }

    /**
     * Records the current presence of the participants of a locked call, and its guide's
     * name; says whether somebody came or went.
     */
    boolean look(Call call) {
        Instant now = this.clock.instant();
        boolean guideNews = call.getGuide() != null && call.updateGuidePresence(isGuideConnected(call.getGuide()),
                now.plus(this.presenceSettings.guideGoneAfter()));
        boolean deskNews = call.updateDeskPresence(isDeskConnected(call.getDesk()),
                now.plus(this.settings.deskGoneAfter()));
        boolean nameNews = call.getGuide() != null && this.users.enabled(call.getGuide())
            .filter((guide) -> call.renameGuide(guide.getDisplayName()))
            .isPresent();
        if (guideNews || deskNews || nameNews) {
            this.broadcaster.changed(call);
        }
        return guideNews || deskNews;
    }

    /** A guide who has become an admin is connected, but answers no calls. */
    private boolean isGuideConnected(String username) {
        return this.connections.isConnected(username)
                && this.users.enabled(username).filter((account) -> account.getRole() == Role.GUIDE).isPresent();
    }

    private boolean isDeskConnected(String desk) {
        return this.connections.isConnected(Caller.usernameOfDesk(desk));
    }

    private Stream<UUID> callsOf(String username) {
        return (Caller.isDesk(username) ? this.calls.findOpenOfDesk(Caller.deskOf(username))
                : this.calls.findActiveOfGuide(username))
            .stream();
    }

}

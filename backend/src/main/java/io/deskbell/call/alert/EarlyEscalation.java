package io.deskbell.call.alert;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.deskbell.account.Account;
import io.deskbell.account.UserDirectory;
import io.deskbell.call.Call;
import io.deskbell.call.Calls;
import io.deskbell.call.Escalation;
import io.deskbell.presence.AvailableGuides;
import io.deskbell.realtime.ConnectionsChanged;
import io.deskbell.shared.Caller;
import io.deskbell.shared.database.TransactionPerItem;
import lombok.RequiredArgsConstructor;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Escalates a call at once when the last guide who could have answered it leaves or takes
 * another call. A guide who has only lost the connection may be back in a moment: then
 * the timers run on.
 */
@Component
@RequiredArgsConstructor
class EarlyEscalation {

    private final Calls calls;

    private final UserDirectory users;

    private final AvailableGuides availableGuides;

    private final Escalation escalation;

    private final TransactionPerItem transactions;

    @EventListener
    void on(ConnectionsChanged change) {
        Set<String> regions = change.usernames()
            .stream()
            .filter((username) -> !Caller.isDesk(username))
            .flatMap((username) -> this.users.enabled(username).stream())
            .map(Account::getRegions)
            .flatMap(Set::stream)
            .collect(Collectors.toSet());
        regions.stream()
            .flatMap((region) -> this.calls.findRingingIn(region).stream())
            .map(Call::getId)
            .distinct()
            .forEach(this::look);
    }

    /** A call for which this fails still has its timers, and does not hold up others. */
    private void look(UUID id) {
        this.transactions.run("Failed to check whether anybody can still answer call {}", id,
                () -> this.calls.findAndLockById(id)
                    .filter((call) -> call.getRinging()
                        .getRegions()
                        .stream()
                        .noneMatch(this.availableGuides::isAnybodyDisconnected))
                    .ifPresent(this.escalation::escalateEarly));
    }

}

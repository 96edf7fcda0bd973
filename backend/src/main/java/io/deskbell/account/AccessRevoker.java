package io.deskbell.account;

import io.deskbell.account.device.DeskPaired;
import io.deskbell.account.device.DeskUnpaired;
import io.deskbell.account.session.UserSessions;
import io.deskbell.realtime.OpenConnections;
import io.deskbell.region.DeskChanged;
import io.deskbell.shared.Caller;
import lombok.RequiredArgsConstructor;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Closes the connections of users and desks whose access was reduced, and has presence
 * and desk status checked again.
 */
@Component
@RequiredArgsConstructor
class AccessRevoker {

    private final OpenConnections connections;

    private final UserSessions userSessions;

    @TransactionalEventListener
    void on(AccountChanged change) {
        if (change.newPassword()) {
            this.userSessions.end(change.username(), (session) -> true);
        }
        if (!change.mayStay()) {
            this.connections.closeAllOf(change.username());
        }
        this.connections.recheck(change.username());
    }

    @TransactionalEventListener
    void on(DeskPaired change) {
        this.connections.recheck(Caller.usernameOfDesk(change.desk()));
    }

    @TransactionalEventListener
    void on(DeskUnpaired change) {
        this.connections.closeAllOf(Caller.usernameOfDesk(change.desk()));
        this.connections.recheck(Caller.usernameOfDesk(change.desk()));
    }

    @TransactionalEventListener
    void on(DeskChanged change) {
        if (!change.mayStay()) {
            this.connections.closeAllOf(Caller.usernameOfDesk(change.code()));
        }
        this.connections.recheck(Caller.usernameOfDesk(change.code()));
    }

}

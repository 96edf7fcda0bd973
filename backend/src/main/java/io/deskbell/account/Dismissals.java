package io.deskbell.account;

import io.deskbell.realtime.Sockets;
import io.deskbell.region.DeskChanged;
import io.deskbell.shared.Caller;
import lombok.RequiredArgsConstructor;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Closes the connections of those who may no longer do what they could when they
 * connected, and has those who care look again at who was changed.
 */
@Component
@RequiredArgsConstructor
class Dismissals {

    private final Sockets sockets;

    private final SignIns signIns;

    @TransactionalEventListener
    void on(AccountChanged change) {
        if (change.newPassword()) {
            this.signIns.end(change.username(), (session) -> true);
        }
        if (!change.mayStay()) {
            this.sockets.closeAllOf(change.username());
        }
        this.sockets.recheck(change.username());
    }

    @TransactionalEventListener
    void on(DeskPaired change) {
        this.sockets.recheck(Caller.usernameOfDesk(change.desk()));
    }

    @TransactionalEventListener
    void on(DeskUnpaired change) {
        this.sockets.closeAllOf(Caller.usernameOfDesk(change.desk()));
        this.sockets.recheck(Caller.usernameOfDesk(change.desk()));
    }

    @TransactionalEventListener
    void on(DeskChanged change) {
        if (!change.mayStay()) {
            this.sockets.closeAllOf(Caller.usernameOfDesk(change.code()));
        }
        this.sockets.recheck(Caller.usernameOfDesk(change.code()));
    }

}

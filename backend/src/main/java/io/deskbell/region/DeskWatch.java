package io.deskbell.region;

import java.time.Clock;

import io.deskbell.realtime.ConnectionsChanged;
import io.deskbell.realtime.Publisher;
import io.deskbell.realtime.Sockets;
import io.deskbell.shared.Caller;
import lombok.RequiredArgsConstructor;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes when a desk comes and goes, and tells its region. */
@Component
@RequiredArgsConstructor
class DeskWatch {

    private final Desks desks;

    private final Publisher publisher;

    private final Sockets sockets;

    private final Clock clock;

    @EventListener
    @Transactional
    public void on(ConnectionsChanged change) {
        change.usernames().stream().filter(Caller::isDesk).forEach(this::tell);
    }

    private void tell(String username) {
        this.desks.findById(Caller.deskOf(username)).ifPresent((desk) -> {
            this.desks.seen(desk.getCode(), this.clock.instant());
            this.publisher.toRegion(desk.getRegion(),
                    new DeskConnection(desk.getCode(), this.sockets.isConnected(username)));
        });
    }

    /** The region's topic: a desk came or went. */
    record DeskConnection(String type, String desk, boolean online) {

        DeskConnection(String desk, boolean online) {
            this("DESK", desk, online);
        }

    }

}

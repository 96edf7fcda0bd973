package io.deskbell.account.web;

import java.time.Clock;

import io.deskbell.account.SignIn;
import io.deskbell.realtime.Sockets;
import io.deskbell.shared.Caller;
import lombok.RequiredArgsConstructor;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;

/**
 * Keeps open connections and HTTP sessions together: a session with an open connection
 * does not expire, and a connection whose session or right is gone is closed, whatever
 * ended it.
 */
@Component
@RequiredArgsConstructor
class SessionKeeper<S extends Session> {

    private final Sockets sockets;

    private final SessionRepository<S> sessions;

    private final SignIn signIn;

    private final Clock clock;

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void sweep() {
        this.sockets.httpSessions().forEach(this::check);
    }

    private void check(String id, Caller caller) {
        S session = this.sessions.findById(id);
        if (session == null || !this.signIn.mayConnect(caller)) {
            this.sockets.closeSession(id);
            return;
        }
        session.setLastAccessedTime(this.clock.instant());
        this.sessions.save(session);
    }

}

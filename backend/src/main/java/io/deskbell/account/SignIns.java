package io.deskbell.account;

import java.util.List;
import java.util.function.Predicate;

import io.deskbell.realtime.Sockets;
import lombok.RequiredArgsConstructor;

import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Where people are signed in. */
@Component
@RequiredArgsConstructor
public class SignIns {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    private final Sockets sockets;

    /** All sessions of a person, on any server. */
    public List<Session> of(String username) {
        return List.copyOf(this.sessions.findByPrincipalName(username).values());
    }

    /**
     * Ends a person's sessions that are meant, together with their connections.
     * @return how many there were
     */
    public int end(String username, Predicate<Session> which) {
        List<Session> ended = of(username).stream().filter(which).toList();
        ended.forEach((session) -> {
            this.sessions.deleteById(session.getId());
            this.sockets.closeSession(session.getId());
        });
        return ended.size();
    }

}

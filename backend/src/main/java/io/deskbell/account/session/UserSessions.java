package io.deskbell.account.session;

import java.util.List;
import java.util.function.Predicate;

import io.deskbell.account.AccountSettings;
import io.deskbell.realtime.OpenConnections;
import lombok.RequiredArgsConstructor;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** The HTTP sessions of people and desks. */
@Component
@RequiredArgsConstructor
public class UserSessions {

    private static final String TOO_MANY = """
            select session_id from spring_session where principal_name = ?
            order by last_access_time desc, session_id offset ? rows""";

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    private final OpenConnections connections;

    private final JdbcClient jdbc;

    private final AccountSettings settings;

    /** All sessions of a person, on any server. */
    public List<Session> of(String username) {
        return List.copyOf(this.sessions.findByPrincipalName(username).values());
    }

    /**
     * Ends the least recently used sessions, so that there is room for one more.
     */
    public void makeRoom(String username) {
        this.jdbc.sql(TOO_MANY)
            .params(username, this.settings.sessionsPerAccount() - 1)
            .query(String.class)
            .list()
            .forEach(this::end);
    }

    /**
     * Ends the matching sessions of a person and their connections.
     * @return how many were ended
     */
    public int end(String username, Predicate<Session> which) {
        List<Session> ended = of(username).stream().filter(which).toList();
        ended.forEach((session) -> end(session.getId()));
        return ended.size();
    }

    /** Ends all of a person's sessions except this one. */
    public void endOthers(String username, String current) {
        end(username, (session) -> !session.getId().equals(current));
    }

    private void end(String id) {
        this.sessions.deleteById(id);
        this.connections.closeSession(id);
    }

}

package io.deskbell.account.web;

import java.time.Clock;
import java.util.List;

import io.deskbell.account.session.UserSessions;
import io.deskbell.realtime.OpenConnections;
import io.deskbell.shared.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import lombok.RequiredArgsConstructor;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Starts and ends the signed-in state of an HTTP session. */
@Component
@RequiredArgsConstructor
class LoginSession {

    private final SecurityContextRepository contexts;

    private final OpenConnections connections;

    private final UserSessions userSessions;

    private final Clock clock;

    /**
     * Signs in under a new session id, to prevent session fixation.
     */
    void begin(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        end(request);
        this.userSessions.makeRoom(caller.username());
        request.getSession().setAttribute(Origin.ATTRIBUTE, Origin.of(caller, request, this.clock.instant()));
        keep(caller, request, response);
    }

    /** Continues the session with the updated caller. */
    void keep(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(caller, null,
                List.of(new SimpleGrantedAuthority(caller.role().authority()))));
        SecurityContextHolder.setContext(context);
        this.contexts.saveContext(context, request, response);
    }

    /** Ends the session and the connections opened with it. */
    void end(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        HttpSession session = request.getSession(false);
        if (session != null) {
            this.connections.closeSession(session.getId());
            session.invalidate();
        }
    }

}

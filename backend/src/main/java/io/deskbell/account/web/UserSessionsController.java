package io.deskbell.account.web;

import java.security.Principal;
import java.time.Instant;
import java.util.Comparator;

import io.deskbell.account.Secrets;
import io.deskbell.account.session.UserSessions;
import io.deskbell.audit.AuditAction;
import io.deskbell.audit.AuditTrail;
import io.deskbell.shared.Page;
import io.deskbell.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.session.Session;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where a person is signed in, and signing out there or everywhere. */
@RestController
@RequestMapping("/api/sessions")
@RequiredArgsConstructor
class UserSessionsController {

    private final UserSessions userSessions;

    private final AuditTrail trail;

    /** Most recently used first. */
    @GetMapping
    Page<SignInView> list(Principal principal, HttpServletRequest request) {
        String current = request.getSession().getId();
        return new Page<>(this.userSessions.of(principal.getName())
            .stream()
            .sorted(Comparator.comparing(Session::getLastAccessedTime).reversed())
            .map((session) -> SignInView.of(session, current))
            .toList(), null);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Principal principal, @PathVariable String id) {
        if (this.userSessions.end(principal.getName(), (session) -> SignInView.idOf(session).equals(id)) == 0) {
            throw Refusal.notFound();
        }
        this.trail.add(AuditAction.SIGN_INS_ENDED, null);
    }

    /** Ends all sessions, including this one. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endAll(Principal principal, HttpServletRequest request) {
        this.trail.add(AuditAction.SIGN_INS_ENDED, null);
        this.userSessions.end(principal.getName(), (session) -> true);
        request.getSession().invalidate();
    }

    /**
     * One session of the person.
     *
     * @param id identifies it in this API; the session's own id is a secret
     * @param address where the sign-in came from
     * @param agent the User-Agent header
     * @param current whether it is the session of this request
     */
    record SignInView(String id, Instant since, Instant lastSeen, @Nullable String address, @Nullable String agent,
            boolean current) {

        static SignInView of(Session session, String current) {
            Origin origin = session.getAttribute(Origin.ATTRIBUTE);
            return new SignInView(idOf(session), session.getCreationTime(), session.getLastAccessedTime(),
                    (origin != null) ? origin.address() : null, (origin != null) ? origin.agent() : null,
                    session.getId().equals(current));
        }

        static String idOf(Session session) {
            return Secrets.hash(session.getId());
        }

    }

}

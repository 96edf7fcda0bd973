package io.deskbell.account.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.deskbell.account.Pairing;
import io.deskbell.account.SignIns;
import io.deskbell.shared.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import lombok.RequiredArgsConstructor;

import org.springframework.stereotype.Component;

/**
 * Notices that a desk's cookies are used from two places at once: that somebody has
 * copied them. A kiosk that moves, or comes back after a restart, is in one place at a
 * time.
 */
@Component
@RequiredArgsConstructor
class CopyWatch {

    private static final String BEFORE = CopyWatch.class.getName() + ".before";

    /** Longer than an open page ever leaves its session untouched. */
    private static final Duration AT_ONCE = Duration.ofMinutes(2);

    private final SignIns signIns;

    private final Pairing pairing;

    private final Clock clock;

    /** A desk signs in by its cookie, while it may be signed in elsewhere. */
    void signsIn(Caller desk, HttpServletRequest request) {
        Origin here = Origin.of(desk, request, this.clock.instant());
        // Spring Session goes by the system's clock.
        Instant lately = Instant.now().minus(AT_ONCE);
        boolean elsewhere = this.signIns.of(desk.username())
            .stream()
            .filter((session) -> session.getLastAccessedTime().isAfter(lately))
            .map((session) -> session.<Origin>getAttribute(Origin.ATTRIBUTE))
            .anyMatch((other) -> other != null && here.device() != null && here.device().equals(other.device())
                    && here.isElsewhere(other));
        if (elsewhere) {
            this.pairing.noticeCopy(desk);
        }
    }

    /** A desk's session is used: from there, then from here, and from there again. */
    void uses(Caller desk, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(Origin.ATTRIBUTE) instanceof Origin last)) {
            return;
        }
        Origin here = Origin.of(desk, request, this.clock.instant());
        if (!here.isElsewhere(last)) {
            return;
        }
        if (session.getAttribute(BEFORE) instanceof Origin before && !here.isElsewhere(before)
                && last.since().plus(AT_ONCE).isAfter(here.since())) {
            this.pairing.noticeCopy(desk);
        }
        session.setAttribute(BEFORE, last);
        session.setAttribute(Origin.ATTRIBUTE, here);
    }

}

package io.deskbell.account.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.deskbell.account.device.DevicePairing;
import io.deskbell.account.session.UserSessions;
import io.deskbell.shared.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Detects that a desk's cookies are used from two places at once, which means that they
 * were copied. A kiosk that moves or restarts is in one place at a time.
 */
@Component
@RequiredArgsConstructor
class ClonedCookieDetector {

    /** Longer than the interval at which an open page refreshes its session. */
    private static final Duration AT_ONCE = Duration.ofMinutes(2);

    private static final int REMEMBERED = 100_000;

    private final UserSessions userSessions;

    private final DevicePairing pairing;

    private final Clock clock;

    /**
     * Where sessions that have moved were used, by session id. Not a session attribute,
     * because concurrent requests would all write it.
     */
    private final Cache<String, Places> moved = Caffeine.newBuilder()
        .maximumSize(REMEMBERED)
        .expireAfterAccess(AT_ONCE)
        .build();

    /** Checks a desk that signs in by its cookie against its other sessions. */
    void checkSignIn(Caller desk, HttpServletRequest request) {
        Origin here = Origin.of(desk, request, this.clock.instant());
        // Spring Session uses the system clock.
        Instant lately = Instant.now().minus(AT_ONCE);
        boolean elsewhere = this.userSessions.of(desk.username())
            .stream()
            .filter((session) -> session.getLastAccessedTime().isAfter(lately))
            .map((session) -> lastOf(session.getId(), session.getAttribute(Origin.ATTRIBUTE)))
            .anyMatch((other) -> other != null && here.device() != null && here.device().equals(other.device())
                    && here.isElsewhere(other));
        if (elsewhere) {
            this.pairing.noticeCopy(desk);
        }
    }

    /** Detects a session used from one place, then another, then the first again. */
    void checkUse(Caller desk, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(Origin.ATTRIBUTE) instanceof Origin first)) {
            return;
        }
        Origin here = Origin.of(desk, request, this.clock.instant());
        Origin last = lastOf(session.getId(), first);
        if (last == null || !here.isElsewhere(last)) {
            return;
        }
        Places before = this.moved.asMap().put(session.getId(), new Places(last, here));
        if (before != null && !here.isElsewhere(before.first()) && last.since().plus(AT_ONCE).isAfter(here.since())) {
            this.pairing.noticeCopy(desk);
        }
    }

    private @Nullable Origin lastOf(String session, @Nullable Origin first) {
        Places places = this.moved.getIfPresent(session);
        return (places != null) ? places.last() : first;
    }

    /** The first and the latest place a session was used from. */
    private record Places(Origin first, Origin last) {
    }

}

package io.deskbell.account.web;

import java.io.IOException;
import java.util.Optional;

import io.deskbell.account.AccountSettings;
import io.deskbell.account.device.DevicePairing;
import io.deskbell.account.session.AuthStatus;
import io.deskbell.account.session.RequiredAction;
import io.deskbell.account.session.SessionValidity;
import io.deskbell.shared.Caller;
import io.deskbell.shared.ProblemCode;
import io.deskbell.shared.Role;
import io.deskbell.shared.web.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Checks with every request that the session is still valid, since accounts and devices
 * change while sessions last; signs a paired desk in again by its device cookie; and
 * refuses everything else to a person who must first set a password or a second factor.
 */
@Component
@RequiredArgsConstructor
class SessionValidityFilter extends OncePerRequestFilter {

    private final SessionValidity validity;

    private final DevicePairing pairing;

    private final Cookies cookies;

    private final LoginSession loginSession;

    private final ClonedCookieDetector copies;

    private final Problems problems;

    private final AccountSettings settings;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        // The decoded path, the same that the security chain matches.
        String path = request.getServletPath();
        return !(path.startsWith("/api/") || path.startsWith("/ws") || path.startsWith("/actuator/"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Caller caller = caller();
        Optional<AuthStatus> status = Optional.ofNullable(caller)
            .filter((known) -> !isTooOld(request))
            .flatMap(this.validity::of);
        if (caller != null && status.isEmpty()) {
            this.loginSession.end(request);
        }
        if (status.isEmpty()) {
            signInByCookie(request, response);
        }
        else if (status.get().caller().is(Role.DESK)) {
            this.copies.checkUse(status.get().caller(), request);
        }
        RequiredAction requiredAction = status.map(AuthStatus::owes).orElse(null);
        if (requiredAction != null && !isAllowedBeforeRequiredAction(request.getServletPath())) {
            this.problems.write(response, ProblemCode.FORBIDDEN, switch (requiredAction) {
                case PASSWORD -> "Choose a password of your own first.";
                case SECOND_FACTOR -> "Set up a second factor first.";
            });
            return;
        }
        chain.doFilter(request, response);
    }

    private void signInByCookie(HttpServletRequest request, HttpServletResponse response) {
        String token = this.cookies.device(request);
        Optional.ofNullable(token).flatMap(this.pairing::recognise).ifPresent((paired) -> {
            this.copies.checkSignIn(paired.desk(), request);
            if (!paired.token().equals(token)) {
                this.cookies.keepDevice(paired.token(), request, response);
            }
            this.loginSession.begin(paired.desk(), request, response);
        });
    }

    /** Reading one's session, signing out, and setting what is required. */
    private static boolean isAllowedBeforeRequiredAction(String path) {
        return path.equals("/api/session") || path.startsWith("/api/session/") || path.startsWith("/actuator/health");
    }

    private boolean isTooOld(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                && System.currentTimeMillis() - session.getCreationTime() > this.settings.sessionLifetime().toMillis();
    }

    private static @Nullable Caller caller() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return (authentication != null && authentication.getPrincipal() instanceof Caller caller) ? caller : null;
    }

    /**
     * Keeps the filter out of the servlet container, which would run it a second time.
     */
    @Configuration(proxyBeanMethods = false)
    static class Registration {

        @Bean
        FilterRegistrationBean<SessionValidityFilter> onlyInSecurity(SessionValidityFilter filter) {
            FilterRegistrationBean<SessionValidityFilter> registration = new FilterRegistrationBean<>(filter);
            registration.setEnabled(false);
            return registration;
        }

    }

}

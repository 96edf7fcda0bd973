package io.deskbell.account.web;

import java.io.IOException;
import java.util.Optional;

import io.deskbell.account.AccountSettings;
import io.deskbell.account.Pairing;
import io.deskbell.account.SignIn;
import io.deskbell.shared.Caller;
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
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Checks at every request that the signed-in caller may still be in, since accounts and
 * devices change while sessions live, and no session lives for ever; and signs a paired
 * desk in again by its device cookie.
 */
@Component
@RequiredArgsConstructor
class StillInFilter extends OncePerRequestFilter {

    private final SignIn signIn;

    private final Pairing pairing;

    private final DeviceCookie cookie;

    private final SignedIn signedIn;

    private final AccountSettings settings;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        // The decoded path, as the rules of the security chain see it.
        String path = request.getServletPath();
        return !(path.startsWith("/api/") || path.startsWith("/ws") || path.startsWith("/actuator/"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Caller caller = caller();
        if (caller != null && (isTooOld(request) || this.signIn.stillIn(caller).isEmpty())) {
            this.signedIn.end(request);
            caller = null;
        }
        if (caller == null) {
            Optional<Caller> desk = this.cookie.read(request).flatMap(this.pairing::recognise);
            desk.ifPresent((found) -> this.signedIn.begin(found, request, response));
        }
        chain.doFilter(request, response);
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
     * It belongs into the security chain alone, not among the container's filters too.
     */
    @Configuration(proxyBeanMethods = false)
    static class Registration {

        @Bean
        FilterRegistrationBean<StillInFilter> stillInOnlyInSecurity(StillInFilter filter) {
            FilterRegistrationBean<StillInFilter> registration = new FilterRegistrationBean<>(filter);
            registration.setEnabled(false);
            return registration;
        }

    }

}

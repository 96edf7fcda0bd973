package io.deskbell.account.web;

import java.io.IOException;
import java.util.List;
import java.util.Set;

import io.deskbell.shared.OriginSettings;
import io.deskbell.shared.ProblemCode;
import io.deskbell.shared.Role;
import io.deskbell.shared.web.Problems;
import io.deskbell.shared.web.SecurityHeaders;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import lombok.RequiredArgsConstructor;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/**
 * Access rules over HTTP; the API answers with problems, never with a login page.
 */
@Configuration(proxyBeanMethods = false)
@RequiredArgsConstructor
class SecurityConfiguration {

    /** Paths that need no sign-in. */
    private static final Set<String> OPEN = Set.of("/api/session", "/api/desk/pair");

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");

    private final Problems problems;

    private final OriginSettings origins;

    /** The API and the sockets. */
    @Bean
    @Order(1)
    SecurityFilterChain security(HttpSecurity http, SessionValidityFilter validityFilter) throws Exception {
        return http.securityMatcher("/api/**", "/ws/**", "/actuator/**")
            .authorizeHttpRequests((requests) -> requests.requestMatchers(OPEN.toArray(String[]::new))
                .permitAll()
                .requestMatchers("/api/admin/**")
                .hasRole(Role.ADMIN.name())
                .requestMatchers("/api/notes/**", "/api/regions/**", "/api/calls", "/api/sessions/**",
                        "/api/session/*/**")
                .hasAnyRole(Role.GUIDE.name(), Role.ADMIN.name())
                .requestMatchers("/api/calls/current", "/api/checksum")
                .hasAnyRole(Role.DESK.name(), Role.GUIDE.name())
                // Needed only by SockJS's iframe transports: none of our pages may be
                // framed.
                .requestMatchers("/ws/iframe*.html")
                .denyAll()
                .requestMatchers("/api/**", "/ws/**")
                .authenticated()
                .requestMatchers("/actuator/health/**")
                .permitAll()
                .requestMatchers("/actuator/**")
                .hasRole(Role.ADMIN.name()))
            .cors((cors) -> cors.configurationSource(corsConfiguration()))
            // SockJS cannot send headers with its posts; its CONNECT frame carries the
            // token instead.
            .csrf((csrf) -> csrf.spa().csrfTokenRepository(tokens()).ignoringRequestMatchers("/ws/**"))
            .headers(SecurityConfiguration::protect)
            .securityContext((context) -> context.securityContextRepository(contexts()))
            .addFilterBefore(validityFilter, AuthorizationFilter.class)
            .requestCache(AbstractHttpConfigurer::disable)
            .formLogin(AbstractHttpConfigurer::disable)
            .httpBasic(AbstractHttpConfigurer::disable)
            .logout(AbstractHttpConfigurer::disable)
            .exceptionHandling((handling) -> handling
                .authenticationEntryPoint((request, response, ex) -> this.problems.write(response,
                        ProblemCode.BAD_CREDENTIALS, "Sign in first."))
                .accessDeniedHandler(this::answerAccessDenied))
            .build();
    }

    /**
     * Pages and static files, the same for everybody: no cookies, so that they can be
     * cached, and no session lookup.
     */
    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
            .headers(SecurityConfiguration::protect)
            .csrf(AbstractHttpConfigurer::disable)
            .securityContext(AbstractHttpConfigurer::disable)
            .sessionManagement(AbstractHttpConfigurer::disable)
            .requestCache(AbstractHttpConfigurer::disable)
            .logout(AbstractHttpConfigurer::disable)
            .build();
    }

    private static void protect(HeadersConfigurer<HttpSecurity> headers) {
        headers.defaultsDisabled()
            .cacheControl(Customizer.withDefaults())
            .httpStrictTransportSecurity(Customizer.withDefaults())
            .addHeaderWriter((request, response) -> SecurityHeaders.ALL.forEach(response::setHeader));
    }

    /**
     * The CSRF check runs before authentication; answer 401, not 403, to a caller who is
     * not signed in.
     */
    private void answerAccessDenied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException ex)
            throws IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null && !OPEN.contains(request.getServletPath())) {
            this.problems.write(response, ProblemCode.BAD_CREDENTIALS, "Sign in first.");
        }
        else if (ex instanceof CsrfException) {
            this.problems.write(response, ProblemCode.FORBIDDEN,
                    "Send the cookie XSRF-TOKEN back as the header X-XSRF-TOKEN; GET /api/session sets it.");
        }
        else {
            this.problems.write(response, ProblemCode.FORBIDDEN, "You may not do this.");
        }
    }

    /** Without this, each filter is observed twice per request. */
    @Bean
    static SecurityObservationSettings observations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Answers ambiguous requests, which Spring's firewall rejects, with a problem. */
    @Bean
    RequestRejectedHandler rejected() {
        return (request, response, ex) -> this.problems.write(response,
                METHODS.contains(request.getMethod()) ? 400 : 405, ProblemCode.INVALID_REQUEST,
                "This is no request that Deskbell knows.");
    }

    /** Pages of other origins cannot read answers unless their origin is configured. */
    private CorsConfigurationSource corsConfiguration() {
        CorsConfiguration cors = new CorsConfiguration();
        cors.setAllowedOrigins(this.origins.allowedOrigins());
        cors.setAllowedMethods(List.of("GET", "POST", "PUT", "PATCH", "DELETE"));
        cors.setAllowedHeaders(List.of(HttpHeaders.CONTENT_TYPE, "X-XSRF-TOKEN"));
        cors.setAllowCredentials(true);
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        if (!this.origins.allowedOrigins().isEmpty()) {
            source.registerCorsConfiguration("/api/**", cors);
        }
        return source;
    }

    /** Readable by our pages, which must send it back in a header. */
    private static CsrfTokenRepository tokens() {
        CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieCustomizer((cookie) -> cookie.sameSite("Lax"));
        return tokens;
    }

    @Bean
    SecurityContextRepository contexts() {
        return new HttpSessionSecurityContextRepository();
    }

}

package io.deskbell.shared.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Where a trusted proxy serves Deskbell below a path of its own and takes that off, page
 * and cookies belong below it all the same. Jetty has removed what anybody else wrote.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ForwardedPrefix extends OncePerRequestFilter {

    static final String HEADER = "X-Forwarded-Prefix";

    private static final String PATH = "(/[\\w.~-]+)+";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String prefix = request.getHeader(HEADER);
        boolean given = prefix != null && prefix.matches(PATH);
        chain.doFilter(given ? new Prefixed(request, prefix) : request, response);
    }

    private static final class Prefixed extends HttpServletRequestWrapper {

        private final String prefix;

        Prefixed(HttpServletRequest request, String prefix) {
            super(request);
            this.prefix = prefix;
        }

        @Override
        public String getContextPath() {
            return this.prefix + super.getContextPath();
        }

        @Override
        public String getRequestURI() {
            return this.prefix + super.getRequestURI();
        }

    }

}

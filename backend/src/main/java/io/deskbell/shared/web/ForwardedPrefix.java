package io.deskbell.shared.web;

import java.io.IOException;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

import org.springframework.boot.web.servlet.FilterRegistration;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/**
 * Applies {@code X-Forwarded-Prefix}: if a trusted proxy strips a path, pages and cookies
 * must still use it. Headers from anybody else have already been removed. It runs for
 * every dispatch type, because Jetty's request of a forward does not have the prefix.
 */
@Component
@FilterRegistration(order = Ordered.HIGHEST_PRECEDENCE, dispatcherTypes = { DispatcherType.REQUEST,
        DispatcherType.FORWARD, DispatcherType.ASYNC, DispatcherType.ERROR })
class ForwardedPrefix implements Filter {

    static final String HEADER = "X-Forwarded-Prefix";

    private static final String PATH = "(/[\\w.~-]+)+";

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter((request instanceof HttpServletRequest asked) ? prefixed(asked) : request, response);
    }

    private static HttpServletRequest prefixed(HttpServletRequest request) {
        String prefix = request.getHeader(HEADER);
        boolean lost = prefix != null && prefix.matches(PATH)
                && !request.getContextPath().equals(prefix + request.getServletContext().getContextPath());
        return lost ? new Prefixed(request, prefix) : request;
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

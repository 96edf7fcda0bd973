package io.deskbell.realtime.jetty;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the empty body with which a SockJS client asks for frames. Nobody else does; if
 * its end came after the answer, Jetty would give up the connection, and with it the
 * frames of that answer.
 */
@Component
class SockJsPollBodyFilter extends OncePerRequestFilter {

    private static final int MOST_BYTES = 1024;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath();
        return !path.startsWith("/ws/") || !(path.endsWith("/xhr") || path.endsWith("/xhr_streaming"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.getInputStream().skip(MOST_BYTES);
        chain.doFilter(request, response);
    }

}

package io.deskbell.shared.web;

import java.io.IOException;
import java.util.List;

import io.deskbell.shared.ProblemCode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests that no controller can read: forms, which our pages never send,
 * invalid content types, and parameters that are not UTF-8.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
@RequiredArgsConstructor
class UnreadableRequestFilter extends OncePerRequestFilter {

    private static final List<MediaType> FORMS = List.of(MediaType.APPLICATION_FORM_URLENCODED,
            new MediaType("multipart", "*"));

    private final Problems problems;

    /** SockJS clients post frames with any content type. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getServletPath().startsWith("/ws/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isKnownType(request.getContentType())) {
            // The body is left unread, so the connection cannot be reused.
            response.setHeader(HttpHeaders.CONNECTION, "close");
            this.problems.write(response, HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE, ProblemCode.INVALID_REQUEST,
                    "Send JSON, as Content-Type: application/json.");
        }
        else if (!hasReadableParameters(request)) {
            this.problems.write(response, ProblemCode.INVALID_REQUEST,
                    "The parameters of this address are not written as percent-encoded UTF-8.");
        }
        else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isKnownType(@Nullable String given) {
        if (given == null) {
            return true;
        }
        try {
            MediaType type = MediaType.parseMediaType(given);
            return type.isConcrete() && FORMS.stream().noneMatch((form) -> form.includes(type));
        }
        catch (IllegalArgumentException ex) {
            return false;
        }
    }

    private static boolean hasReadableParameters(HttpServletRequest request) {
        try {
            return request.getQueryString() == null || request.getParameterMap() != null;
        }
        catch (RuntimeException ex) {
            return false;
        }
    }

}

package io.deskbell.shared.web;

import java.io.IOException;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers failures outside of controllers with a problem. A browser that navigates to an
 * unknown URL gets the application's page with status 404.
 */
@Controller
@RequiredArgsConstructor
class ErrorPages implements ErrorController {

    private final Problems problems;

    @RequestMapping("/error")
    @Nullable ModelAndView answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = statusOf(request);
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (status == HttpServletResponse.SC_NOT_FOUND
                && isForPerson(request, (failed != null) ? failed.toString() : request.getRequestURI())) {
            return new ModelAndView(PagesController.PAGE, HttpStatus.NOT_FOUND);
        }
        this.problems.write(response, Problems.of(status));
        return null;
    }

    private static int statusOf(HttpServletRequest request) {
        Throwable cause = (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure)
                ? NestedExceptionUtils.getMostSpecificCause(failure) : null;
        if (cause instanceof UnsupportedCharsetException || cause instanceof IllegalCharsetNameException) {
            return HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE;
        }
        return (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer told) ? told
                : HttpServletResponse.SC_NOT_FOUND;
    }

    /** Whether a browser is navigating, as opposed to a program's request. */
    static boolean isForPerson(HttpServletRequest request, String uri) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE)
                && !uri.startsWith(request.getContextPath() + "/api/");
    }

}

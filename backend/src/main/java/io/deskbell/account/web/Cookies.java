package io.deskbell.account.web;

import java.time.Duration;

import io.deskbell.account.AccountSettings;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** The persistent cookies, which scripts cannot read. */
@Component
@RequiredArgsConstructor
class Cookies {

    /** Identifies a paired desk. */
    private static final String DEVICE = "DESKBELL_DEVICE";

    /** Identifies a browser in which somebody has signed in. */
    private static final String BROWSER = "DESKBELL_BROWSER";

    private final AccountSettings settings;

    @Nullable String device(HttpServletRequest request) {
        return read(DEVICE, request);
    }

    void keepDevice(String token, HttpServletRequest request, HttpServletResponse response) {
        set(DEVICE, token, this.settings.deviceCookieLifetime(), request, response);
    }

    void removeDevice(HttpServletRequest request, HttpServletResponse response) {
        set(DEVICE, "", Duration.ZERO, request, response);
    }

    @Nullable String browser(HttpServletRequest request) {
        return read(BROWSER, request);
    }

    void keepBrowser(String token, HttpServletRequest request, HttpServletResponse response) {
        set(BROWSER, token, this.settings.browserCookieLifetime(), request, response);
    }

    private static @Nullable String read(String name, HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, name);
        return (cookie != null) ? cookie.getValue() : null;
    }

    private static void set(String name, String value, Duration age, HttpServletRequest request,
            HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, value)
                    .path(request.getContextPath() + "/")
                    .httpOnly(true)
                    .secure(request.isSecure())
                    .sameSite("Lax")
                    .maxAge(age)
                    .build()
                    .toString());
    }

}

package io.deskbell.account.web;

import java.time.Duration;
import java.util.Optional;

import io.deskbell.account.AccountSettings;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import lombok.RequiredArgsConstructor;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * The long-lived cookie by which a paired desk is known after a restart of browser or
 * server.
 */
@Component
@RequiredArgsConstructor
class DeviceCookie {

    private static final String NAME = "DESKBELL_DEVICE";

    private final AccountSettings settings;

    Optional<String> read(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, NAME)).map(Cookie::getValue);
    }

    void write(String token, HttpServletRequest request, HttpServletResponse response) {
        set(token, this.settings.deviceCookieLifetime(), request, response);
    }

    void remove(HttpServletRequest request, HttpServletResponse response) {
        set("", Duration.ZERO, request, response);
    }

    private static void set(String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE,
                ResponseCookie.from(NAME, value)
                    .path("/")
                    .httpOnly(true)
                    .secure(request.isSecure())
                    .sameSite("Lax")
                    .maxAge(age)
                    .build()
                    .toString());
    }

}

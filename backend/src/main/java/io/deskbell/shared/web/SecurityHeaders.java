package io.deskbell.shared.web;

import java.util.Map;

/** What every answer tells the browser that it may do, whoever writes it. */
public final class SecurityHeaders {

    /**
     * What a page may load: its own files and nothing else. Styles may stand in the page,
     * since Vuetify writes the theme there; scripts may not. The STOMP client makes its
     * worker, which beats while the page is hidden, of a blob.
     */
    private static final String PAGE_POLICY = String.join("; ", "default-src 'none'", "script-src 'self'",
            "worker-src 'self' blob:", "style-src 'self' 'unsafe-inline'", "img-src 'self'", "font-src 'self'",
            "connect-src 'self'", "base-uri 'self'", "form-action 'none'", "frame-ancestors 'none'");

    /** A page rings and shows; it never looks, listens or asks where it stands. */
    private static final String NO_DEVICES = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

    /** By name. */
    public static final Map<String, String> ALL = Map.of("Content-Security-Policy", PAGE_POLICY, "Permissions-Policy",
            NO_DEVICES, "X-Content-Type-Options", "nosniff", "X-Frame-Options", "DENY", "X-XSS-Protection", "0",
            "Referrer-Policy", "no-referrer", "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin");

    private SecurityHeaders() {
    }

}

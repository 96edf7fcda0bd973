package io.deskbell.shared.web;

import java.util.Map;

/** The security headers of every response. */
public final class SecurityHeaders {

    /**
     * A page may load its own files and nothing else. Inline styles are allowed, since
     * Vuetify writes the theme into the page; inline scripts are not. The STOMP client
     * creates its heartbeat worker, needed while the page is hidden, from a blob.
     */
    private static final String PAGE_POLICY = String.join("; ", "default-src 'none'", "script-src 'self'",
            "worker-src 'self' blob:", "style-src 'self' 'unsafe-inline'", "img-src 'self'", "font-src 'self'",
            "connect-src 'self'", "base-uri 'self'", "form-action 'none'", "frame-ancestors 'none'");

    /** Pages need neither camera, microphone, location, payment nor USB. */
    private static final String NO_DEVICES = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

    /** Header values by name. */
    public static final Map<String, String> ALL = Map.of("Content-Security-Policy", PAGE_POLICY, "Permissions-Policy",
            NO_DEVICES, "X-Content-Type-Options", "nosniff", "X-Frame-Options", "DENY", "X-XSS-Protection", "0",
            "Referrer-Policy", "no-referrer", "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin");

    private SecurityHeaders() {
    }

}

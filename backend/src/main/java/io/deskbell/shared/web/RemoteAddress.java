package io.deskbell.shared.web;

import jakarta.servlet.http.HttpServletRequest;

/** From where a request came. */
public final class RemoteAddress {

    private RemoteAddress() {
    }

    /** The address, without the brackets that Jetty puts around one of IPv6. */
    public static String addressOf(HttpServletRequest request) {
        return request.getRemoteAddr().replaceAll("[\\[\\]]", "");
    }

}

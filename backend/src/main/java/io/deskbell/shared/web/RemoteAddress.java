package io.deskbell.shared.web;

import jakarta.servlet.http.HttpServletRequest;

/** The client address of a request. */
public final class RemoteAddress {

    private RemoteAddress() {
    }

    /** The address, without the brackets that Jetty puts around IPv6 addresses. */
    public static String addressOf(HttpServletRequest request) {
        return request.getRemoteAddr().replaceAll("[\\[\\]]", "");
    }

}

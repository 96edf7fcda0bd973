package io.deskbell.account.web;

import java.io.Serializable;
import java.time.Instant;

import io.deskbell.shared.Caller;
import io.deskbell.shared.web.RemoteAddress;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Where a session is used from.
 *
 * @param agent the User-Agent header
 * @param device the desk's device, null for a person
 * @param since when it was first used from there
 */
record Origin(String address, @Nullable String agent, @Nullable String device, Instant since) implements Serializable {

    static final String ATTRIBUTE = Origin.class.getName();

    private static final int LONGEST_AGENT = 300;

    static Origin of(Caller caller, HttpServletRequest request, Instant now) {
        String agent = request.getHeader(HttpHeaders.USER_AGENT);
        return new Origin(RemoteAddress.addressOf(request),
                (agent != null) ? agent.substring(0, Math.min(agent.length(), LONGEST_AGENT)) : null, caller.device(),
                now);
    }

    /**
     * Whether it is another place. One browser may alternate between IPv4 and IPv6.
     */
    boolean isElsewhere(Origin other) {
        boolean sameFamily = this.address.contains(":") == other.address.contains(":");
        return sameFamily && !this.address.equals(other.address);
    }

}

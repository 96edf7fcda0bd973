package io.deskbell.realtime;

import java.security.Principal;

/**
 * A connection has just subscribed to a region's topic; the subscription already
 * receives.
 */
public record RegionSubscribed(String region, String sessionId, String subscriptionId, Principal user) {
}

package io.deskbell.realtime;

/** One subscription of one connection. */
record Subscription(ClientConnection connection, String subscriptionId) {
}

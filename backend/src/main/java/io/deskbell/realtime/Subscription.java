package io.deskbell.realtime;

/** One subscription of one line. */
record Subscription(ClientConnection connection, String subscriptionId) {
}

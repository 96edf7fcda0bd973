package io.deskbell.realtime;

/** One subscription of one line. */
record Follower(Line line, String subscriptionId) {
}

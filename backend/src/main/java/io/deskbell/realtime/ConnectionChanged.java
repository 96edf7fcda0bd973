package io.deskbell.realtime;

/** The first connection of this person or desk came, or the last one went. */
public record ConnectionChanged(String username, boolean connected) {
}

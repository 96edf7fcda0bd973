package io.deskbell.realtime;

/**
 * The first connection of this person or desk came, or the last one went. {@link Sockets}
 * knows which: two of these may be told in another order than they happened.
 */
public record ConnectionChanged(String username) {
}

package io.deskbell.realtime;

/**
 * The first connection of this person or desk came, or the last one went, or something
 * else says that others should look again. {@link Sockets} knows how it stands; listeners
 * are called one at a time, outside of any transaction.
 */
public record ConnectionChanged(String username) {
}

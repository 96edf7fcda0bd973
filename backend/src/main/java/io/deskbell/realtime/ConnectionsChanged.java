package io.deskbell.realtime;

import java.util.Set;

/**
 * Of each of these people and desks the first connection came, or the last one went, or
 * something else says that others should look again. {@link OpenConnections} knows how it
 * stands; listeners are called one at a time, outside of any transaction, with all who
 * changed since the last time.
 */
public record ConnectionsChanged(Set<String> usernames) {
}

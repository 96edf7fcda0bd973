package io.deskbell.account;

import java.util.Set;

/** A guide was assigned these additional regions; published in the same transaction. */
public record RegionsJoined(String username, Set<String> regions) {
}

package io.deskbell.account;

import java.util.Set;

/** A guide serves these regions from now on, in the transaction that decides it. */
public record RegionsJoined(String username, Set<String> regions) {
}

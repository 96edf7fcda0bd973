package io.deskbell.bench;

import java.util.Map;

import io.deskbell.bench.load.Verdict;
import io.deskbell.bench.load.Windows;

/**
 * How one server carried the chat.
 *
 * @param windows by load, in order
 * @param verdict over all loads, the warm-up included
 */
record ChatResult(String server, Map<String, Windows> windows, Verdict verdict) {
}

package io.deskbell.bench.server;

import io.deskbell.bench.client.Connection;

/**
 * One side of a talk.
 *
 * @param template what it sends
 */
public record Side(Connection connection, Template template) {
}

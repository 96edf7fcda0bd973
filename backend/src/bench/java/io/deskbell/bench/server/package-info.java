/**
 * The servers under test, each a process of its own, and how a client of each signs in
 * and talks. Deskbell is known by its public protocol only.
 */
@NullMarked
package io.deskbell.bench.server;

import org.jspecify.annotations.NullMarked;

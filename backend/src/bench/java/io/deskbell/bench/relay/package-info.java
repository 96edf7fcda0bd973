/**
 * Spring's own simple broker between two clients, storing nothing: what the framework
 * costs by itself.
 */
@NullMarked
package io.deskbell.bench.relay;

import org.jspecify.annotations.NullMarked;

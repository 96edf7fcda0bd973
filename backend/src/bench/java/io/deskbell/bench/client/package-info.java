/**
 * A STOMP client over WebSocket that costs less than any server it drives: one selector
 * thread, frames made beforehand, no objects a message.
 */
@NullMarked
package io.deskbell.bench.client;

import org.jspecify.annotations.NullMarked;

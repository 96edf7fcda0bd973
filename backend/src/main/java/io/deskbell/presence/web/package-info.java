/** Presence over STOMP and HTTP. */
@NullMarked
package io.deskbell.presence.web;

import org.jspecify.annotations.NullMarked;

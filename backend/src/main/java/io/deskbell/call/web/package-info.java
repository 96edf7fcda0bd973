/** Calls and presence over STOMP and HTTP. */
@NullMarked
package io.deskbell.call.web;

import org.jspecify.annotations.NullMarked;

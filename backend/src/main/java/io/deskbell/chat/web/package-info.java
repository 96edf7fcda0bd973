/** The chat over STOMP and HTTP. */
@NullMarked
package io.deskbell.chat.web;

import org.jspecify.annotations.NullMarked;

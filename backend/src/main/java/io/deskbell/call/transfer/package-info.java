/** Transferring a conversation to another guide or region. */
@NullMarked
package io.deskbell.call.transfer;

import org.jspecify.annotations.NullMarked;

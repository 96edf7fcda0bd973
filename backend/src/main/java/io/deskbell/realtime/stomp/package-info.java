/**
 * STOMP 1.2: destinations, the frames that clients may send, receipts, errors and
 * heart-beats.
 */
@NullMarked
package io.deskbell.realtime.stomp;

import org.jspecify.annotations.NullMarked;

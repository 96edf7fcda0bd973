/**
 * What happens to a call by itself: its timers, lost participants, closed desks, and a
 * clock that is set.
 */
@NullMarked
package io.deskbell.call.timer;

import org.jspecify.annotations.NullMarked;

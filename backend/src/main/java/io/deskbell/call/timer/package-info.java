/**
 * What happens to a call by itself: reminders and its end when they are due, a side that
 * is gone, a clock that is set.
 */
@NullMarked
package io.deskbell.call.timer;

import org.jspecify.annotations.NullMarked;

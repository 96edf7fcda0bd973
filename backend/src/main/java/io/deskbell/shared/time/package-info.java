/** The clock, and what is to be done when it is set. */
@NullMarked
package io.deskbell.shared.time;

import org.jspecify.annotations.NullMarked;

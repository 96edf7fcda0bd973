/** The clock, and the handling of changes to the machine's clock. */
@NullMarked
package io.deskbell.shared.time;

import org.jspecify.annotations.NullMarked;

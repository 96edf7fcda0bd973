/** Monitors whether desks are connected. */
@NullMarked
package io.deskbell.region.monitor;

import org.jspecify.annotations.NullMarked;

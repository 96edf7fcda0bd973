/** Figures about calls; docs/statistics.md says what each means. */
@NullMarked
package io.deskbell.history.statistics;

import org.jspecify.annotations.NullMarked;

/** Figures and the Markdown tables they go into. */
@NullMarked
package io.deskbell.bench.report;

import org.jspecify.annotations.NullMarked;

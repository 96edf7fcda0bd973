/** The machine under the benchmark: its cores, and who uses them. */
@NullMarked
package io.deskbell.bench.machine;

import org.jspecify.annotations.NullMarked;

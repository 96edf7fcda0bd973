/** Measures Deskbell beside what people would use instead. */
@NullMarked
package io.deskbell.bench;

import org.jspecify.annotations.NullMarked;

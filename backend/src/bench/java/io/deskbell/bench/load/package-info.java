/** How pairs are made to talk, and what is counted while they do. */
@NullMarked
package io.deskbell.bench.load;

import org.jspecify.annotations.NullMarked;

/**
 * Deskbell: each package below is a module of its own, checked by
 * {@code ModularityTests}.
 */
@NullMarked
package io.deskbell;

import org.jspecify.annotations.NullMarked;

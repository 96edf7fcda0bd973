/** Checks at start, with a message that says what is wrong and what to do. */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package io.deskbell.start;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

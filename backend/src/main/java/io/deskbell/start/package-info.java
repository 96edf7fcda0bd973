/** What has to be right for the server to start, and a sentence for what is not. */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package io.deskbell.start;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

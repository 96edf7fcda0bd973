/** The profile {@code demo}: sample data to try Deskbell out. */
@ApplicationModule(allowedDependencies = { "account", "account::device", "region", "shared" })
@NullMarked
package io.deskbell.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

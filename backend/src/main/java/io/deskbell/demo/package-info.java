/** The profile {@code demo}: something to look at and try out. */
@ApplicationModule(allowedDependencies = { "account", "account::device", "region", "shared" })
@NullMarked
package io.deskbell.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

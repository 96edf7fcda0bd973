/**
 * Regions and their desks: names, opening hours, which languages a desk offers, who is
 * switched on.
 */
@ApplicationModule(allowedDependencies = { "audit", "realtime", "shared", "shared::web" })
@NullMarked
package io.deskbell.region;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Regions and their desks: names, opening hours, languages, and which desks are enabled.
 */
@ApplicationModule(allowedDependencies = { "audit", "realtime", "shared", "shared::web" })
@NullMarked
package io.deskbell.region;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Which guides are on duty, for their colleagues; and regions without a guide on duty,
 * for admins.
 */
@ApplicationModule(allowedDependencies = { "note", "account", "region", "realtime", "shared", "shared::web" })
@NullMarked
package io.deskbell.presence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

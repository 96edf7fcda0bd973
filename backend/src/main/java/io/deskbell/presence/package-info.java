/**
 * Which guides are on duty, told to colleagues; and regions where nobody is, told to
 * admins.
 */
@ApplicationModule(allowedDependencies = { "note", "account", "region", "realtime", "shared", "shared::web" })
@NullMarked
package io.deskbell.presence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

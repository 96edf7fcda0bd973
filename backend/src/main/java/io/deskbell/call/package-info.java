/**
 * The call's life: ringing, the claim of one guide, talking, the end; and which guides
 * are on duty.
 */
@ApplicationModule(allowedDependencies = { "note", "account", "region", "realtime", "shared", "shared::web" })
@NullMarked
package io.deskbell.call;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Who did what, when, from where: written in the transaction of the action, read by
 * admins, never changed.
 */
@ApplicationModule(allowedDependencies = { "shared", "shared::web" })
@NullMarked
package io.deskbell.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

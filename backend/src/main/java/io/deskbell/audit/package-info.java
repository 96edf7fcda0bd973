/**
 * Who did what, when, from where: written with what it tells of, read by admins, never
 * changed.
 */
@ApplicationModule(allowedDependencies = { "shared", "shared::web" })
@NullMarked
package io.deskbell.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

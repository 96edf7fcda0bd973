/**
 * Proves that calls, their notes and the limits of guides agree. It reads the tables of
 * these modules itself, since what it looks for is what they do not know of.
 */
@ApplicationModule(allowedDependencies = { "call", "note", "account", "shared", "shared::web" })
@NullMarked
package io.deskbell.inspection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

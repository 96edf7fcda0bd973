/**
 * Verifies that calls, their notes and the limits of guides are consistent. It reads the
 * tables of these modules directly, since it looks for what they fail to notice.
 */
@ApplicationModule(allowedDependencies = { "call", "note", "account", "shared", "shared::web" })
@NullMarked
package io.deskbell.inspection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

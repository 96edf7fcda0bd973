/** What admins read: search over messages and calls. It changes nothing. */
@ApplicationModule(allowedDependencies = { "audit", "chat", "call", "call::record", "call::view", "presence", "region",
        "account", "shared", "shared::web" })
@NullMarked
package io.deskbell.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

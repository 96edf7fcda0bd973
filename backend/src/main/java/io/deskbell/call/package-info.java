/**
 * The life cycle of calls: ringing, acceptance by one guide, the conversation, the end.
 */
@ApplicationModule(allowedDependencies = { "presence", "note", "account", "account::device", "region", "realtime",
        "shared", "shared::web" })
@NullMarked
package io.deskbell.call;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

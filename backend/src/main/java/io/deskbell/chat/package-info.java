/**
 * Messages: stored in batches, numbered without a gap, once each, then sent to both sides
 * of the conversation.
 */
@ApplicationModule(allowedDependencies = { "audit", "call", "call::view", "note", "account", "region", "realtime",
        "shared", "shared::web" })
@NullMarked
package io.deskbell.chat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** The inbox: call alerts, reports and texts, stored until they are read. */
@ApplicationModule(
        allowedDependencies = { "account", "account::device", "region", "realtime", "shared", "shared::web" })
@NullMarked
package io.deskbell.note;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

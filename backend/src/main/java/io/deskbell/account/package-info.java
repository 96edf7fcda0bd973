/**
 * People and desk devices: accounts, sign-in, pairing, and who may subscribe to which
 * region.
 */
@ApplicationModule(allowedDependencies = { "audit", "region", "realtime", "shared", "shared::web" })
@NullMarked
package io.deskbell.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

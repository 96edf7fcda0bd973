/**
 * People and desk devices: accounts, sign-in and pairing, and who may follow which
 * region.
 */
@ApplicationModule(allowedDependencies = { "audit", "region", "realtime", "shared", "shared::web" })
@NullMarked
package io.deskbell.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * What every module may use: the caller, problem codes, pages, ids and the clock. It
 * depends on no other module.
 */
@ApplicationModule(type = ApplicationModule.Type.OPEN, allowedDependencies = {})
@NullMarked
package io.deskbell.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Calls as others see them, and who may see which. */
@NamedInterface("view")
@NullMarked
package io.deskbell.call.view;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

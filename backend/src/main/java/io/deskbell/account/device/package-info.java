/** The devices of desks: pairing, their tokens, and cookies that were copied. */
@NamedInterface("device")
@NullMarked
package io.deskbell.account.device;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

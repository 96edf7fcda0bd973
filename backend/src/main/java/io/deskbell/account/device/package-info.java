/** The devices of desks: pairing, tokens, and detection of copied cookies. */
@NamedInterface("device")
@NullMarked
package io.deskbell.account.device;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

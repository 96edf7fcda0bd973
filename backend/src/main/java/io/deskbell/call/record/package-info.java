/** What is kept of each call: who was alerted, and everything that happened. */
@NamedInterface("record")
@NullMarked
package io.deskbell.call.record;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

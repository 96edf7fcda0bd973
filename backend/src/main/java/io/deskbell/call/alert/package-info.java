/**
 * Alerting guides to a call, counting who has seen it, and settling the notes at its end.
 */
@NullMarked
package io.deskbell.call.alert;

import org.jspecify.annotations.NullMarked;

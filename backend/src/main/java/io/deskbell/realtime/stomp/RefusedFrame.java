package io.deskbell.realtime.stomp;

import io.deskbell.shared.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * What {@code /user/queue/errors} carries.
 *
 * @param ref the requestId, clientId or call id of what was refused, null where none can
 * be read
 */
public record RefusedFrame(ProblemCode code, String detail, @Nullable String ref) {
}

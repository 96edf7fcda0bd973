package io.deskbell.account.session;

import io.deskbell.shared.Caller;
import org.jspecify.annotations.Nullable;

/**
 * The current state of a signed-in caller.
 *
 * @param owes what must be set before anything else, or null
 */
public record AuthStatus(Caller caller, @Nullable RequiredAction owes) {
}

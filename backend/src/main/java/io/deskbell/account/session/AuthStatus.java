package io.deskbell.account.session;

import io.deskbell.shared.Caller;
import org.jspecify.annotations.Nullable;

/**
 * How somebody who signed in stands now.
 *
 * @param owes what comes before anything else, null for nothing
 */
public record AuthStatus(Caller caller, @Nullable RequiredAction owes) {
}

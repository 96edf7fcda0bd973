package io.deskbell.account.session;

import java.util.List;

import io.deskbell.account.PresenceState;
import io.deskbell.region.CodeAndName;
import io.deskbell.shared.Role;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in.
 *
 * @param regions a guide's own, all for an admin, a desk's one
 * @param presence a guide's, null for others
 * @param maxCalls how many calls a guide may have at once, null for others
 * @param languages a desk's, null for others
 * @param timeZone the time zone of a desk's region, null for people
 * @param owes what the person must set before doing anything else, or null
 */
public record SessionView(String username, String displayName, Role role, List<CodeAndName> regions,
        @Nullable CodeAndName desk, @Nullable PresenceState presence, @Nullable Integer maxCalls,
        @Nullable List<String> languages, @Nullable String timeZone, @Nullable RequiredAction owes) {
}

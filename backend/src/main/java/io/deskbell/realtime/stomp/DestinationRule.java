package io.deskbell.realtime.stomp;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.deskbell.realtime.AccessPolicy;
import io.deskbell.shared.Role;
import lombok.Getter;

import static io.deskbell.shared.Role.ADMIN;
import static io.deskbell.shared.Role.DESK;
import static io.deskbell.shared.Role.GUIDE;

/**
 * Every destination there is, and who may use it. What is not in this list is refused.
 * Whether a call is the caller's own is for the call to say; a region's topic also asks
 * {@link AccessPolicy}.
 */
@Getter
public enum DestinationRule {

    RING(Use.SEND, "/app/calls.ring", DESK), CANCEL(Use.SEND, "/app/calls.{id}.cancel", DESK),
    ACCEPT(Use.SEND, "/app/calls.{id}.accept", GUIDE), DECLINE(Use.SEND, "/app/calls.{id}.decline", GUIDE),
    TRANSFER(Use.SEND, "/app/calls.{id}.transfer", GUIDE), SEEN(Use.SEND, "/app/calls.{id}.seen", GUIDE),
    END(Use.SEND, "/app/calls.{id}.end", DESK, GUIDE), RATE(Use.SEND, "/app/calls.{id}.rate", DESK),
    LEAVE(Use.SEND, "/app/calls.{id}.leave", DESK), MESSAGE(Use.SEND, "/app/calls.{id}.messages", DESK, GUIDE),
    TYPING(Use.SEND, "/app/calls.{id}.typing", DESK, GUIDE), READ(Use.SEND, "/app/calls.{id}.read", DESK, GUIDE),
    PRESENCE(Use.SEND, "/app/presence", GUIDE),

    REGION(Use.SUBSCRIBE, "/topic/regions.{code}", GUIDE, ADMIN),
    CALLS(Use.SUBSCRIBE, "/user/queue/calls", DESK, GUIDE), NOTES(Use.SUBSCRIBE, "/user/queue/notes", GUIDE, ADMIN),
    MESSAGES(Use.SUBSCRIBE, "/user/queue/messages", DESK, GUIDE),
    SIGNALS(Use.SUBSCRIBE, "/user/queue/signals", DESK, GUIDE),
    ERRORS(Use.SUBSCRIBE, "/user/queue/errors", DESK, GUIDE, ADMIN);

    /** What a client does with a destination. */
    public enum Use {

        SEND, SUBSCRIBE

    }

    private static final int LONGEST_VARIABLE = 36;

    private static final Map<String, DestinationRule> SUBSCRIBABLE = byKey(Use.SUBSCRIBE);

    private static final Map<String, DestinationRule> SENDABLE = byKey(Use.SEND);

    private final Use use;

    private final String pattern;

    @SuppressWarnings("ImmutableEnumChecker") // unmodifiable
    private final List<Role> roles;

    DestinationRule(Use use, String pattern, Role first, Role... others) {
        this.use = use;
        this.pattern = pattern;
        this.roles = Stream.concat(Stream.of(first), Stream.of(others)).toList();
    }

    /**
     * The declared destination that this one is, together with its variable, or nothing.
     */
    public static Optional<Match> match(Use use, String destination) {
        Map<String, DestinationRule> declared = (use == Use.SEND) ? SENDABLE : SUBSCRIBABLE;
        DestinationRule exact = declared.get(destination);
        if (exact != null && exact.pattern.equals(destination)) {
            return Optional.of(new Match(exact, ""));
        }
        int start = destination.indexOf('.') + 1;
        int end = (use == Use.SEND) ? destination.indexOf('.', start) : destination.length();
        if (start == 0 || end <= start || end - start > LONGEST_VARIABLE || !isPlain(destination, start, end)) {
            return Optional.empty();
        }
        DestinationRule found = declared.get(destination.substring(0, start) + destination.substring(end));
        return Optional.ofNullable(found).map((it) -> new Match(it, destination.substring(start, end)));
    }

    private static boolean isPlain(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')) {
                return false;
            }
        }
        return true;
    }

    /**
     * Looked up without a regular expression: the pattern with its variable taken out is
     * the key.
     */
    private static Map<String, DestinationRule> byKey(Use use) {
        return Stream.of(values())
            .filter((it) -> it.use == use)
            .collect(Collectors.toUnmodifiableMap((it) -> it.pattern.replaceAll("\\{\\w+}", ""), Function.identity()));
    }

    /**
     * A destination as a client named it.
     *
     * @param variable the call's id or the region's code, empty where the pattern has
     * none
     */
    public record Match(DestinationRule destination, String variable) {
    }

}

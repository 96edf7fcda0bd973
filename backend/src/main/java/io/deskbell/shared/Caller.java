package io.deskbell.shared;

import java.io.Serializable;
import java.security.Principal;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/**
 * A signed-in person, or a desk, whose username is {@code desk:} followed by its code.
 *
 * @param device the device a desk signed in with, null for people
 * @param passwordVersion the version of the password a person signed in with
 */
public record Caller(String username, String displayName, Role role, @Nullable String device,
        int passwordVersion) implements Principal, Serializable {

    private static final String DESK = "desk:";

    public static Caller person(String username, String displayName, Role role) {
        return person(username, displayName, role, 0);
    }

    public static Caller person(String username, String displayName, Role role, int passwordVersion) {
        return new Caller(username, displayName, role, null, passwordVersion);
    }

    public static Caller desk(String code, String name, String device) {
        return new Caller(usernameOfDesk(code), name, Role.DESK, device, 0);
    }

    public static String usernameOfDesk(String code) {
        return DESK + code;
    }

    /** Whether this username is a desk's. */
    public static boolean isDesk(String username) {
        return username.startsWith(DESK);
    }

    /** The code in a desk's username. */
    public static String deskOf(String username) {
        return username.substring(DESK.length());
    }

    /**
     * The caller behind the principal of a request or a WebSocket.
     * @throws Refusal {@code FORBIDDEN} if nobody is signed in
     */
    public static Caller of(@Nullable Principal principal) {
        if (principal instanceof Authentication authentication
                && authentication.getPrincipal() instanceof Caller caller) {
            return caller;
        }
        throw new Refusal(ProblemCode.FORBIDDEN, "Sign in first.");
    }

    /** The code of this desk. */
    public String deskCode() {
        return deskOf(this.username);
    }

    public boolean is(Role other) {
        return this.role == other;
    }

    @Override
    public String getName() {
        return this.username;
    }

}

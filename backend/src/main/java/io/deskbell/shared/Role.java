package io.deskbell.shared;

/** What a signed-in caller may be. */
public enum Role {

    DESK, GUIDE, ADMIN;

    /** The name under which Spring Security knows this role. */
    public String authority() {
        return "ROLE_" + name();
    }

}

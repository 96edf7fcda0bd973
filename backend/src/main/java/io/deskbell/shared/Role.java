package io.deskbell.shared;

/** The role of a signed-in caller. */
public enum Role {

    DESK, GUIDE, ADMIN;

    /** The name of this role's authority in Spring Security. */
    public String authority() {
        return "ROLE_" + name();
    }

}

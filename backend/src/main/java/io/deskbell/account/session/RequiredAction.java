package io.deskbell.account.session;

/** What somebody has to set before doing anything else. */
public enum RequiredAction {

    /** A password of one's own, after one that an admin made. */
    PASSWORD,

    /** A second factor, where admins must have one. */
    SECOND_FACTOR

}

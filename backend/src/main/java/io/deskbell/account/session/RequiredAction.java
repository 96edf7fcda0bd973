package io.deskbell.account.session;

/** What a person must set before doing anything else. */
public enum RequiredAction {

    /** A password of one's own, after a one-time password. */
    PASSWORD,

    /** A second factor, where admins must have one. */
    SECOND_FACTOR

}

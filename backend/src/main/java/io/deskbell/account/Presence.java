package io.deskbell.account;

/** What a guide has chosen; independent of being connected. */
public enum Presence {

    AVAILABLE, BUSY, AWAY

}

package io.deskbell.account;

/** What a guide has chosen; independent of being connected. */
public enum PresenceState {

    AVAILABLE, BUSY, AWAY

}

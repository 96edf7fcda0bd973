package io.deskbell.account;

/** What a guide means to do; whether the guide is connected is known elsewhere. */
public enum Presence {

    AVAILABLE, BUSY, AWAY

}

package io.deskbell.realtime;

import java.util.Locale;

import io.deskbell.realtime.stomp.TopicNames;

/** The queues that each person or desk has for itself. */
public enum PersonalQueue {

    CALLS, NOTES, MESSAGES, SIGNALS, ERRORS;

    String path() {
        return "/queue/" + name().toLowerCase(Locale.ROOT);
    }

    /** The name under which clients know this queue. */
    String destination() {
        return TopicNames.USER_PREFIX + path();
    }

}

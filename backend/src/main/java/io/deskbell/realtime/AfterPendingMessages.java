package io.deskbell.realtime;

/**
 * Publishes something after all messages sent before it. The end of a conversation is
 * published this way, so that no message reaches a desk that already knows its call is
 * over; so is the receipt of a message, which is stored by then.
 */
public interface AfterPendingMessages {

    /** Runs this once all messages stored so far have been sent. */
    void then(Runnable action);

}

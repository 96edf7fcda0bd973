package io.deskbell.realtime;

/**
 * Publishes news after every message that was sent before it. The end of a conversation
 * goes this way, so that no message reaches a desk that knows its call is over; so does
 * the receipt of a message, which is stored by then.
 */
public interface AfterPendingMessages {

    /** Runs this once all messages that were stored by now have been sent. */
    void then(Runnable news);

}

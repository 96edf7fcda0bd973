package io.deskbell.realtime;

/**
 * Tells news after everything that was said before it. The end of a talk is told this
 * way: no message reaches the desk once it knows that the talk is over (contract,
 * guarantee 6). So is the receipt of what was said: by then it is stored.
 */
public interface AfterPendingMessages {

    /** Runs this once all messages that were stored by now have been sent. */
    void then(Runnable news);

}

package io.deskbell.call;

/**
 * Tells news after everything that was said before it. The end of a talk is told this
 * way: no message reaches the desk once it knows that the talk is over (contract,
 * guarantee 6).
 */
public interface SaidFirst {

    /** Runs this once all messages that were stored by now have been sent. */
    void then(Runnable news);

}

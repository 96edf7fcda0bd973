package io.deskbell.chat;

import io.deskbell.call.Talk;

/**
 * The key of a message: its call's number and its seq in one integer, so that those of a
 * call lie together in order, and the next seq is found at the end of the call's range.
 */
public final class MessageKey {

    private static final int SEQ_BITS = 24;

    private static final int LAST_SEQ = (1 << SEQ_BITS) - 1;

    private MessageKey() {
    }

    static long of(Talk talk, int seq) {
        return (talk.number() << SEQ_BITS) | Math.min(seq, LAST_SEQ);
    }

    static long lastOf(Talk talk) {
        return of(talk, LAST_SEQ);
    }

    static int seq(long key) {
        return (int) (key & LAST_SEQ);
    }

    /**
     * The SQL condition that a key is one of the call with a number; both are names of
     * columns.
     */
    public static String isOfCall(String key, String number) {
        return "%1$s between %2$s * %3$d and %2$s * %3$d + %4$d".formatted(key, number, 1 << SEQ_BITS, LAST_SEQ);
    }

}

package io.deskbell.chat;

import io.deskbell.call.view.CallParticipants;
import io.deskbell.shared.database.KeyRange;

/**
 * The key of a message: its call's number and its seq in one integer, so that those of a
 * call lie together in order, and the next seq is found at the end of the call's range.
 */
public final class MessageKey {

    private static final int SEQ_BITS = 24;

    private static final int LAST_SEQ = (1 << SEQ_BITS) - 1;

    private static final long LAST_CALL = Long.MAX_VALUE >> SEQ_BITS;

    private MessageKey() {
    }

    static long of(CallParticipants participants, int seq) {
        return (participants.number() << SEQ_BITS) | Math.min(seq, LAST_SEQ);
    }

    static long lastOf(CallParticipants participants) {
        return of(participants, LAST_SEQ);
    }

    static int seq(long key) {
        return (int) (key & LAST_SEQ);
    }

    /** The keys that messages of the calls with these numbers may have. */
    public static KeyRange of(KeyRange calls) {
        return new KeyRange(Math.min(calls.low(), LAST_CALL) << SEQ_BITS,
                (Math.min(calls.high(), LAST_CALL) << SEQ_BITS) | LAST_SEQ);
    }

    /** The number of the call that a message is of. */
    public static long callOf(long key) {
        return key >> SEQ_BITS;
    }

}

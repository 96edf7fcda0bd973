package io.deskbell.bench.server;

import io.deskbell.bench.client.Bytes;

/** Reads who sent a text, and which of the sender's it is. */
public final class Mark {

    /** No text of ours, or not from anybody. */
    public static final int NONE = -1;

    private static final byte[] MARK = Bytes.of(Template.MARK);

    private Mark() {
    }

    /** Where the text's mark begins, or {@link #NONE}. */
    public static int find(byte[] data, int from, int to) {
        return Bytes.indexOf(data, from, to, MARK);
    }

    public static int sender(byte[] data, int mark) {
        return (int) Bytes.number(data, mark + MARK.length, Template.SENDER_DIGITS);
    }

    public static long counter(byte[] data, int mark) {
        return Bytes.number(data, mark + MARK.length + Template.SENDER_DIGITS + 1, Template.COUNTER_DIGITS);
    }

}

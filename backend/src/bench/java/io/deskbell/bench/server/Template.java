package io.deskbell.bench.server;

import java.util.ArrayList;
import java.util.List;

import io.deskbell.bench.client.Bytes;
import io.deskbell.bench.client.Stomp;

/**
 * A frame of one sender, made once; only the counter in it changes. The text carries who
 * sent it and which of the sender's it is.
 */
public final class Template {

    /** Begins what {@link Mark} reads. */
    static final String MARK = "bench:";

    static final int SENDER_DIGITS = 4;

    static final int COUNTER_DIGITS = 10;

    private static final String COUNTER = "@".repeat(COUNTER_DIGITS);

    private static final int TEXT_LENGTH = 100;

    private final byte[] frame;

    private final int[] counters;

    private Template(byte[] frame, int[] counters) {
        this.frame = frame;
        this.counters = counters;
    }

    /**
     * Makes a template.
     * @param json the body; its first {@code %s} becomes a counter, its second the text
     */
    static Template of(String destination, String json, int sender) {
        String mark = MARK + ("%0" + SENDER_DIGITS + "d").formatted(sender) + ":" + COUNTER + ":";
        String text = mark + "x".repeat(TEXT_LENGTH - mark.length());
        byte[] frame = Stomp.send(destination, json.formatted(COUNTER, text));
        List<Integer> counters = new ArrayList<>();
        byte[] wanted = Bytes.of(COUNTER);
        for (int at = Bytes.indexOf(frame, 0, frame.length, wanted); at >= 0; at = Bytes.indexOf(frame,
                at + COUNTER_DIGITS, frame.length, wanted)) {
            counters.add(at);
        }
        return new Template(frame, counters.stream().mapToInt(Integer::intValue).toArray());
    }

    /** The frame with this counter; good until the next is asked for. */
    public byte[] with(long counter) {
        for (int at : this.counters) {
            Bytes.write(this.frame, at, COUNTER_DIGITS, counter);
        }
        return this.frame;
    }

}

package io.deskbell.history.export;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.deskbell.chat.Message;
import io.deskbell.chat.MessageKey;
import io.deskbell.history.export.ExportReader.KeyedMessage;
import io.deskbell.shared.database.KeyRange;

/**
 * The messages of calls that are asked for one by one, the newest call first. Those of
 * calls that lie close together are read at once, and no more are held than fit into one
 * reading, however much was said in a call.
 */
final class MessageBatches {

    private static final int MOST = 2_000;

    /** Reading the messages of so many other calls costs less than another statement. */
    private static final int GAP = 4;

    private final ExportReader reader;

    /** Newest first. */
    private final List<Long> numbers;

    /** What was said in the calls that were read to their ends. */
    private final Map<Long, Deque<Message>> whole = new HashMap<>();

    /** All from this call on were read. */
    private long readFrom = Long.MAX_VALUE;

    MessageBatches(ExportReader reader, List<Long> numbers) {
        this.reader = reader;
        this.numbers = numbers;
    }

    /** Writes what was said in a call, and tells how much it was. */
    long write(long number, CallWriter out) throws IOException {
        if (number < this.readFrom) {
            readOn(number);
        }
        Deque<Message> said = this.whole.getOrDefault(number, new ArrayDeque<>());
        return (number < this.readFrom) ? writeLong(number, out) : writeAll(said, out);
    }

    private void readOn(long number) {
        this.whole.clear();
        KeyRange calls = new KeyRange(lowestNear(number), number);
        List<KeyedMessage> read = this.reader.newest(MessageKey.of(calls), MOST);
        for (KeyedMessage each : read) {
            this.whole.computeIfAbsent(MessageKey.callOf(each.key()), (call) -> new ArrayDeque<>())
                .addFirst(each.message());
        }
        this.readFrom = calls.low();
        if (read.size() == MOST) {
            long cut = MessageKey.callOf(read.getLast().key());
            this.whole.remove(cut);
            this.readFrom = cut + 1;
        }
    }

    private long lowestNear(long number) {
        int last = this.numbers.indexOf(number);
        while (last + 1 < this.numbers.size() && this.numbers.get(last) - this.numbers.get(last + 1) <= GAP) {
            last++;
        }
        return this.numbers.get(last);
    }

    /** More than fits into one reading. */
    private long writeLong(long number, CallWriter out) throws IOException {
        KeyRange left = MessageKey.of(new KeyRange(number, number));
        long written = 0;
        List<KeyedMessage> read;
        do {
            read = this.reader.oldest(left, MOST);
            written += writeAll(read.stream().map(KeyedMessage::message).toList(), out);
            out.flush();
            left = read.isEmpty() ? left : left.from(read.getLast().key() + 1);
        }
        while (read.size() == MOST);
        return written;
    }

    private static long writeAll(Collection<Message> messages, CallWriter out) throws IOException {
        for (Message message : messages) {
            out.write(message);
        }
        return messages.size();
    }

}

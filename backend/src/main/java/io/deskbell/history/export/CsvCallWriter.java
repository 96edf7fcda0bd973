package io.deskbell.history.export;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Arrays;
import java.util.Locale;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import io.deskbell.call.view.CallView;
import io.deskbell.chat.Message;
import org.jspecify.annotations.Nullable;

/**
 * A row a message (RFC 4180), and one without a message for a call in which nothing was
 * said. The mark at its beginning has Excel read it as UTF-8.
 */
final class CsvCallWriter implements CallWriter {

    private static final String BYTE_ORDER_MARK = "\ufeff";

    private static final String[] COLUMNS = { "callId", "region", "desk", "guide", "state", "language", "ringAt",
            "acceptedAt", "endedAt", "seq", "sendDate", "username", "displayName", "contents" };

    /** Where what differs from message to message begins. */
    private static final int OF_MESSAGE = 9;

    private static final DateTimeFormatter MILLISECONDS = new DateTimeFormatterBuilder().appendInstant(3)
        .toFormatter(Locale.ROOT);

    /** Some readers take spaces away from around a cell that stands without quotes. */
    private static final QuoteStrategy SPACES_AROUND = new QuoteStrategy() {
        @Override
        public boolean quoteValue(int line, int column, String cell) {
            return isSpace(cell.charAt(0)) || isSpace(cell.charAt(cell.length() - 1));
        }

        private static boolean isSpace(char character) {
            return character <= ' ' || Character.isSpaceChar(character);
        }
    };

    private final CsvWriter rows;

    private final String[] row = new String[COLUMNS.length];

    private boolean nothingSaid;

    CsvCallWriter(Writer out) throws IOException {
        out.write(BYTE_ORDER_MARK);
        this.rows = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).quoteStrategy(SPACES_AROUND).build(out);
        this.rows.writeRecord(COLUMNS);
    }

    @Override
    public void begin(CallView call) {
        CallView.Guide guide = call.guide();
        set(0, call.id().toString(), call.region().code(), call.desk().code(),
                (guide != null) ? guide.username() : null, call.state().name(), call.language(), time(call.ringAt()),
                time(call.acceptedAt()), time(call.endedAt()));
        Arrays.fill(this.row, OF_MESSAGE, this.row.length, "");
        this.nothingSaid = true;
    }

    @Override
    public void write(Message message) {
        set(OF_MESSAGE, Integer.toString(message.seq()), time(message.sendDate()), message.username(),
                message.displayName(), message.contents());
        this.rows.writeRecord(this.row);
        this.nothingSaid = false;
    }

    @Override
    public void end() {
        if (this.nothingSaid) {
            this.rows.writeRecord(this.row);
        }
    }

    /** A row that is no message would be taken for one. */
    @Override
    public void complete(ExportTotals totals) {
        // The end of the answer says it.
    }

    @Override
    public void flush() throws IOException {
        this.rows.flush();
    }

    private void set(int first, @Nullable String... cells) {
        for (int i = 0; i < cells.length; i++) {
            String cell = cells[i];
            this.row[first + i] = (cell != null) ? FormulaGuard.guarded(cell) : "";
        }
    }

    private static @Nullable String time(@Nullable Instant time) {
        return (time != null) ? MILLISECONDS.format(time) : null;
    }

}

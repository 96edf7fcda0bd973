package io.deskbell.history.export;

import java.io.IOException;

import io.deskbell.call.view.CallView;
import io.deskbell.chat.Message;

/** Writes calls in one of the formats, however long each of them is. */
interface CallWriter {

    /** Begins a call; all that follows until its end is of it. */
    void begin(CallView call) throws IOException;

    void write(Message message) throws IOException;

    void end() throws IOException;

    /** Says, where the format has a place for it, that nothing is missing. */
    void complete(ExportTotals totals) throws IOException;

    /** Sends what was written until now. */
    void flush() throws IOException;

}

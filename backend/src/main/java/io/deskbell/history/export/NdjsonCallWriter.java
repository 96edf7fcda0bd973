package io.deskbell.history.export;

import java.io.IOException;
import java.io.Writer;

import io.deskbell.call.view.CallView;
import io.deskbell.chat.Message;
import tools.jackson.databind.json.JsonMapper;

/**
 * A line a call, as everywhere else, with {@code messages}. The last line is no call:
 * {@code {"complete":true,"calls":3,"messages":41}}.
 */
final class NdjsonCallWriter implements CallWriter {

    private final Writer out;

    private final JsonMapper mapper;

    private boolean first = true;

    NdjsonCallWriter(Writer out, JsonMapper mapper) {
        this.out = out;
        this.mapper = mapper;
    }

    @Override
    public void begin(CallView call) throws IOException {
        String object = this.mapper.writeValueAsString(call);
        this.out.write(object, 0, object.length() - 1);
        this.out.write(",\"messages\":[");
        this.first = true;
    }

    @Override
    public void write(Message message) throws IOException {
        if (!this.first) {
            this.out.write(',');
        }
        this.first = false;
        this.out.write(this.mapper.writeValueAsString(message));
    }

    @Override
    public void end() throws IOException {
        this.out.write("]}\n");
    }

    @Override
    public void complete(ExportTotals totals) throws IOException {
        this.out.write("{\"complete\":true,\"calls\":" + totals.calls() + ",\"messages\":" + totals.messages() + "}\n");
    }

    @Override
    public void flush() throws IOException {
        this.out.flush();
    }

}

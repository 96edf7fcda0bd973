package io.deskbell.history.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.concurrent.TimeUnit;

import io.deskbell.audit.AuditAction;
import io.deskbell.audit.AuditTrail;
import io.deskbell.history.CallFilter;
import io.deskbell.history.FigureFilter;
import io.deskbell.history.export.ExportReader.Batch;
import io.deskbell.history.export.ExportReader.NumberedCall;
import io.deskbell.shared.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Writes all calls that fit a filter, newest first, with what was said in them. Calls
 * that ring while it runs have higher numbers and are not among them; none comes twice.
 */
@Slf4j
@Component
@RequiredArgsConstructor
public class CallExport {

    private final ExportReader reader;

    private final RunningExports running;

    private final AuditTrail trail;

    private final JsonMapper mapper;

    private final MeterRegistry meters;

    /**
     * Runs one. Whoever is signed in asks for it, and the audit trail has it before the
     * first byte is sent, and how it ended.
     * @param asked what was asked for, as the audit trail has it
     * @param target opened once nothing can be refused any more
     * @return how much was written
     * @throws Refusal where nothing was sent: a filter that does not fit, too many
     * exports of this admin, no turn for a search
     * @throws ExportBrokenOff where something was
     * @throws IOException where the client is gone
     */
    public ExportTotals run(String username, CallFilter filter, FigureFilter figure, ExportRequest request,
            String asked, Target target) throws IOException {
        this.running.begin(username);
        try {
            Batch first = this.reader.calls(filter, figure, null);
            this.trail.add(AuditAction.EXPORT_STARTED, asked, request.reason().strip());
            return send(new Run(filter, figure), first, request, asked, target);
        }
        finally {
            this.running.end(username);
        }
    }

    private ExportTotals send(Run run, Batch first, ExportRequest request, String asked, Target target)
            throws IOException {
        long start = System.nanoTime();
        try {
            run.write(first, writer(request.format(), target.open()));
            return run.totals;
        }
        catch (UncheckedIOException ex) {
            throw ex.getCause();
        }
        catch (RuntimeException ex) {
            log.error("An export was broken off", ex);
            throw new ExportBrokenOff(ex);
        }
        finally {
            String outcome = run.complete ? "complete" : "broken-off";
            this.meters.timer("deskbell.exports", "format", request.format(), "outcome", outcome)
                .record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            this.trail.add(run.complete ? AuditAction.EXPORT_COMPLETED : AuditAction.EXPORT_BROKEN_OFF,
                    run.totals + "; " + asked, request.reason().strip());
        }
    }

    private CallWriter writer(String format, Writer out) throws IOException {
        return format.equals("csv") ? new CsvCallWriter(out) : new NdjsonCallWriter(out, this.mapper);
    }

    /** Where an export goes. */
    @FunctionalInterface
    public interface Target {

        Writer open() throws IOException;

    }

    /** One export, and how far it has come. */
    @RequiredArgsConstructor
    private final class Run {

        private final CallFilter filter;

        private final FigureFilter figure;

        private ExportTotals totals = ExportTotals.NONE;

        private boolean complete;

        /**
         * A client that is gone is noticed with each batch: then no further one is read.
         */
        void write(Batch first, CallWriter out) throws IOException {
            Batch batch = first;
            out.flush();
            writeCalls(batch, out);
            while (batch.next() != null) {
                batch = CallExport.this.reader.calls(this.filter, this.figure, batch.next());
                writeCalls(batch, out);
            }
            out.complete(this.totals);
            out.flush();
            this.complete = true;
        }

        private void writeCalls(Batch batch, CallWriter out) throws IOException {
            MessageBatches messages = new MessageBatches(CallExport.this.reader,
                    batch.calls().stream().map(NumberedCall::number).toList());
            for (NumberedCall each : batch.calls()) {
                out.begin(each.call());
                long said = messages.write(each.number(), out);
                out.end();
                this.totals = this.totals.plusCall(said);
            }
            out.flush();
        }

    }

}

package io.deskbell.history.web;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.deskbell.history.CallFilter;
import io.deskbell.history.FigureFilter;
import io.deskbell.history.export.CallExport;
import io.deskbell.history.export.ExportRequest;
import io.deskbell.history.export.ExportTotals;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import lombok.RequiredArgsConstructor;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The export, written straight to the client: the request's own thread, which is virtual,
 * waits where the client is slow.
 */
@RestController
@RequiredArgsConstructor
class ExportController {

    /**
     * Where Jetty would end by closing the connection, which does not say that it is
     * whole.
     */
    private static final String HTTP_1_1 = "HTTP/1.1";

    /** The trailer that says it is whole, for who asks for trailers. */
    private static final String WHOLE = "Deskbell-Export";

    private static final Map<String, String> TYPES = Map.of("csv", "text/csv;charset=UTF-8", "ndjson",
            "application/x-ndjson;charset=UTF-8");

    private final CallExport exports;

    private final Clock clock;

    @GetMapping("/api/admin/calls/export")
    void export(@Valid CallFilter filter, @Valid FigureFilter figure, @Valid ExportRequest asked, Principal principal,
            HttpServletRequest request, HttpServletResponse response) throws IOException {
        Map<String, String> trailers = new ConcurrentHashMap<>();
        ExportTotals totals = this.exports.run(principal.getName(), filter, figure, asked, AskedFilters.of(request),
                () -> {
                    if (HTTP_1_1.equals(request.getProtocol())) {
                        response.setHeader(HttpHeaders.TRANSFER_ENCODING, "chunked");
                    }
                    if (takesTrailers(request)) {
                        response.setHeader(HttpHeaders.TRAILER, WHOLE);
                        response.setTrailerFields(() -> trailers);
                    }
                    return open(response, asked.format(), filter);
                });
        trailers.put(WHOLE, "complete; " + totals);
    }

    private Writer open(HttpServletResponse response, String format, CallFilter filter) throws IOException {
        String of = (filter.region() != null) ? filter.region() : "all";
        String name = "deskbell-calls-" + of + "-" + LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC) + "."
                + format;
        response.setContentType(TYPES.get(format));
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        // A proxy that gathered it would take it faster than its client does.
        response.setHeader("X-Accel-Buffering", "no");
        response.flushBuffer();
        return new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
    }

    /** Who does not say so may not understand them (RFC 9110, 6.5.1). */
    private static boolean takesTrailers(HttpServletRequest request) {
        List<String> taken = Collections.list(request.getHeaders(HttpHeaders.TE));
        return taken.stream().anyMatch((value) -> value.contains("trailers"));
    }

}

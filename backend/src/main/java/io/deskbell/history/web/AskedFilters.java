package io.deskbell.history.web;

import java.util.List;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;

/** What an admin asked for, as the audit trail has it. */
final class AskedFilters {

    /** What was searched for comes first: a long entry is cut at its end. */
    private static final List<String> FILTERS = List.of("q", "region", "desk", "guide", "username", "state", "from",
            "to", "answered", "language", "stars", "rated", "answeredFrom", "answeredTo", "weekday", "hour", "zone",
            "format");

    private AskedFilters() {
    }

    /** Such as {@code q="taxi" region="seoul"}: what was asked for, and nothing else. */
    static String of(HttpServletRequest request) {
        return FILTERS.stream()
            .filter((name) -> request.getParameterMap().containsKey(name))
            .map((name) -> name + "=" + quoted(String.join(",", request.getParameterValues(name))))
            .collect(Collectors.joining(" "));
    }

    /** On one line and of one piece, whatever stands in it. */
    private static String quoted(String value) {
        return '"' + value.replaceAll("\\p{Cntrl}", " ").replace("\"", "\\\"") + '"';
    }

}

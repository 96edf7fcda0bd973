package io.deskbell.bench;

import java.util.Map;

import io.deskbell.bench.report.Figure;

/**
 * A house with so much of a past.
 *
 * @param figures milliseconds by what was asked for
 * @param refused what was not answered by 200, and by what instead
 * @param calm milliseconds of what runs all the time
 * @param besideSearches the same while many search at once
 */
record HistoryResult(int messages, double fillSeconds, double megabytes, double startSeconds,
        Map<String, Figure> figures, Map<String, Integer> refused, Map<String, Figure> calm,
        Map<String, Figure> besideSearches) {

    String cell(String what) {
        Integer status = this.refused.get(what);
        return figure(this.figures, what) + ((status != null) ? ", then " + status : "");
    }

    static Figure figure(Map<String, Figure> figures, String what) {
        return figures.getOrDefault(what, Figure.NONE);
    }

}

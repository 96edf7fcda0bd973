package io.deskbell.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A table with a column for each result.
 *
 * @param <R> a result
 */
public final class Grid<R> {

    private final List<R> results;

    private final List<List<String>> rows = new ArrayList<>();

    public Grid(List<R> results) {
        this.results = results;
    }

    /** Adds a row; the first one is the header. */
    public Grid<R> row(String what, Function<R, Object> cell) {
        List<String> row = new ArrayList<>(List.of(what));
        this.results.forEach((result) -> row.add(String.valueOf(cell.apply(result))));
        this.rows.add(row);
        return this;
    }

    public void print(Report report) {
        report.table(this.rows);
    }

}

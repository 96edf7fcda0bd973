package io.deskbell.bench.report;

import java.util.ArrayList;
import java.util.List;

/** What was measured beside what it should be. */
public final class Scoreboard {

    private static final List<String> HEADER = List.of("what", "measured", "must", "aim", "");

    private final List<List<String>> rows = new ArrayList<>();

    /** Adds a value that has to be within its target. */
    public void add(String what, double value, String unit, Target target) {
        if (!Double.isNaN(value)) {
            this.rows.add(List.of(what, Figure.number(value) + unit, target.must(unit), target.aim(unit),
                    target.judge(value)));
        }
    }

    public void print(Report report) {
        if (this.rows.isEmpty()) {
            return;
        }
        List<List<String>> table = new ArrayList<>(List.of(HEADER));
        table.addAll(this.rows);
        report.title("Beside the targets");
        report.table(table);
    }

}

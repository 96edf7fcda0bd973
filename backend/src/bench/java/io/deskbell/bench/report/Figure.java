package io.deskbell.bench.report;

import java.util.Arrays;
import java.util.Locale;

/**
 * Several measurements of one thing.
 *
 * @param values in rising order
 * @param noisy whether others were busy meanwhile
 */
public record Figure(double[] values, boolean noisy) {

    /** Nothing was measured. */
    public static final Figure NONE = of(new double[0], false);

    public static Figure of(double[] values, boolean noisy) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Figure(sorted, noisy);
    }

    public double median() {
        int middle = this.values.length / 2;
        if (this.values.length == 0) {
            return Double.NaN;
        }
        return (this.values.length % 2 == 1) ? this.values[middle]
                : (this.values[middle - 1] + this.values[middle]) / 2;
    }

    /** The median, the least and the most, and an asterisk where others were busy. */
    @Override
    public String toString() {
        if (this.values.length == 0) {
            return "–";
        }
        return number(median()) + (this.noisy ? "\\*" : "") + " (" + number(this.values[0]) + "–"
                + number(this.values[this.values.length - 1]) + ")";
    }

    /** With as many decimals as mean something. */
    public static String number(double value) {
        String pattern = (Math.abs(value) >= 100) ? "%,.0f" : (Math.abs(value) >= 10) ? "%.1f" : "%.2f";
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, pattern, value);
    }

}

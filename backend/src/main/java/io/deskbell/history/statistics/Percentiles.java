package io.deskbell.history.statistics;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/** Many durations, and what share of them is no longer than one. */
final class Percentiles {

    private static final double MILLIS = 1_000;

    private int[] millis = new int[8];

    private int count;

    private boolean sorted = true;

    void add(long duration) {
        if (this.count == this.millis.length) {
            this.millis = Arrays.copyOf(this.millis, this.count * 2);
        }
        this.millis[this.count++] = Math.clamp(duration, 0, Integer.MAX_VALUE);
        this.sorted = false;
    }

    /**
     * As SQL's {@code percentile_cont}: between two of them where it lies between them.
     * @param share such as 0.5 for the median
     * @return seconds, null without any
     */
    @Nullable Double seconds(double share) {
        if (this.count == 0) {
            return null;
        }
        if (!this.sorted) {
            Arrays.sort(this.millis, 0, this.count);
            this.sorted = true;
        }
        double place = share * (this.count - 1);
        int below = (int) place;
        int low = this.millis[below];
        int high = this.millis[Math.min(below + 1, this.count - 1)];
        return (low + (high - low) * (place - below)) / MILLIS;
    }

}

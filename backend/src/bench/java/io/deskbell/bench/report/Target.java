package io.deskbell.bench.report;

/**
 * What a value has to be.
 *
 * @param must what is good enough
 * @param aim what is wanted
 * @param more whether more is better
 */
public record Target(double must, double aim, boolean more) {

    public static Target atLeast(double must, double aim) {
        return new Target(must, aim, true);
    }

    public static Target atMost(double must, double aim) {
        return new Target(must, aim, false);
    }

    /** Says how a value does. */
    String judge(double value) {
        return reaches(value, this.aim) ? "aim reached" : reaches(value, this.must) ? "good enough" : "**missed**";
    }

    private boolean reaches(double value, double bound) {
        return this.more ? value >= bound : value <= bound;
    }

    String must(String unit) {
        return bound(this.must) + unit;
    }

    String aim(String unit) {
        return bound(this.aim) + unit;
    }

    private String bound(double bound) {
        return (this.more ? "≥ " : "≤ ") + Figure.number(bound);
    }

}

package io.deskbell.bench.report;

/**
 * What a ratio has to be.
 *
 * @param must the least that is good enough
 * @param aim what is wanted
 * @param atLeast whether more is better
 */
public record Target(double must, double aim, boolean atLeast) {

    public static Target atLeast(double must, double aim) {
        return new Target(must, aim, true);
    }

    public static Target atMost(double must, double aim) {
        return new Target(must, aim, false);
    }

    /** Says how a value does. */
    public String judge(double value) {
        return reaches(value, this.aim) ? "aim" : reaches(value, this.must) ? "must" : "**missed**";
    }

    private boolean reaches(double value, double bound) {
        return this.atLeast ? value >= bound : value <= bound;
    }

    @Override
    public String toString() {
        String sign = this.atLeast ? "≥ " : "≤ ";
        return sign + Figure.number(this.must) + " / " + sign + Figure.number(this.aim);
    }

}
